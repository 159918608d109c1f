import * as v from 'valibot';
import type { RunEnd } from '../incident/decide.ts';
import { call } from './call.ts';
import type { Credentials } from './call.ts';
import { fieldsOf } from './http.ts';
import { CallFailure } from './target.ts';
import type { Order, Target } from './target.ts';
import { fillText } from './template.ts';

export interface KfpOptions {
  url: string;
  pipelineId: string;
  /** Absent: the pipeline's latest. */
  pipelineVersionId?: string;
  /** Absent: the server's default experiment. */
  experimentId?: string;
  /** Input parameters of the pipeline by name; text may hold {{placeholders}}. */
  parameters: Record<string, string | number | boolean>;
  credentials: Credentials;
  /** Milliseconds. */
  poll: number;
}

const runSchema = v.object({
  run_id: v.string(),
  display_name: v.optional(v.string()),
  state: v.optional(v.string()),
  error: v.optional(v.object({ message: v.optional(v.string()) })),
});
const listSchema = v.object({ runs: v.optional(v.array(runSchema), []) });

const results: Record<string, RunEnd['result']> = {
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  CANCELED: 'failed',
  SKIPPED: 'failed',
};

/** Kubeflow Pipelines, API v2beta1: runs are named by run id and looked up before one is made. */
export function kfpTarget(options: KfpOptions): Target {
  const { experimentId, credentials } = options;
  const runs = `${options.url.replace(/\/+$/, '')}/apis/v2beta1/runs`;

  async function find(runId: string): Promise<string | undefined> {
    const predicate = { key: 'display_name', operation: 'EQUALS', string_value: runId };
    const query = new URLSearchParams({ filter: JSON.stringify({ predicates: [predicate] }), page_size: '10' });
    if (experimentId !== undefined) {
      query.set('experiment_id', experimentId);
    }
    const { body } = await call({ method: 'GET', url: `${runs}?${query}`, credentials });
    return decode(listSchema, body).runs.find(({ display_name: name }) => name === runId)?.run_id;
  }

  return {
    kind: 'kfp',
    idempotent: true,
    async start(order) {
      const known = await find(order.runId);
      if (known !== undefined) {
        return { reference: known };
      }
      const body = JSON.stringify(toRun(order, options));
      const answer = await call({ method: 'POST', url: runs, body, credentials });
      return { reference: decode(runSchema, answer.body).run_id };
    },
    watch: {
      every: options.poll,
      async look(runId, reference) {
        const id = reference ?? (await find(runId));
        if (id === undefined) {
          return undefined;
        }
        const { body } = await call({ method: 'GET', url: `${runs}/${encodeURIComponent(id)}`, credentials });
        const { state = '', error } = decode(runSchema, body);
        const result = results[state];
        return result && { result, message: error?.message ?? `KFP says ${state}.` };
      },
    },
  };
}

function toRun(order: Order, options: KfpOptions) {
  const { pipelineId, pipelineVersionId, experimentId } = options;
  const fields = fieldsOf(order);
  const parameters = Object.entries(options.parameters).map(([name, value]) => [
    name,
    typeof value === 'string' ? fillText(value, fields) : value,
  ]);
  return {
    display_name: order.runId,
    description: `Retraining of ${order.model} in ${order.namespace} after drift of ${order.features.join(', ') || 'its data'}`,
    ...(experimentId === undefined ? {} : { experiment_id: experimentId }),
    pipeline_version_reference: {
      pipeline_id: pipelineId,
      ...(pipelineVersionId === undefined ? {} : { pipeline_version_id: pipelineVersionId }),
    },
    runtime_config: { parameters: Object.fromEntries(parameters) },
  };
}

function decode<T>(schema: v.GenericSchema<unknown, T>, body: string): T {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), body);
  if (!parsed.success) {
    const problem = `The KFP server's answer is not that of its API v2beta1: ${body.slice(0, 200)}`;
    throw new CallFailure({ kind: 'unclear', problem });
  }
  return parsed.output;
}
