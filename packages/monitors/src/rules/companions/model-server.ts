import { formatLevel } from '@soundcheck/query';
import type { ModelServerPlan, Rule } from '../../contract.ts';
import { text } from '../messages.ts';
import { indented, numberText, selector } from '../promql.ts';
import type { Companion, Watched } from './companion.ts';
import { modelRule } from './model.ts';
import { DOWN_SECONDS } from './service.ts';

const DASHBOARD = 'soundcheck-model-server';
const WINDOW = '5m';
const WINDOW_SECONDS = 300;

/** OpenVINO Model Server says `name` for the model. */
function ovms(metric: string, { namespace, model }: Watched): string {
  return selector(metric, { namespace: namespace.name, name: model });
}

function underModel(expr: string): string {
  return `max by (namespace,model) (label_replace(\n${indented(expr)},\n  "model","$1","name","(.*)"\n))`;
}

function rate(metric: string, watched: Watched): string {
  return `sum by (namespace,name) (rate(${ovms(metric, watched)}[${WINDOW}]))`;
}

function down(watched: Watched): Companion {
  const { model, namespace } = watched;
  return {
    kind: 'model-server-down',
    expr: underModel(`absent(${ovms('ovms_requests_success', watched)})`),
    forSeconds: DOWN_SECONDS,
    severity: 'critical',
    summary: [text(`The model server of ${model} in ${namespace.name} does not answer`)],
    description: [
      text(
        `Prometheus reads no series of ${model} from a model server: it is down, not scraped, or serves no model of that name. Look at its pod and its log.`
      ),
    ],
  };
}

function errors(watched: Watched, { errorShare }: ModelServerPlan): Companion {
  const { model, namespace } = watched;
  const failed = rate('ovms_requests_fail', watched);
  const expr = underModel(`${failed}\n/ (${failed} + ${rate('ovms_requests_success', watched)})`);
  return {
    kind: 'model-errors',
    expr: `${expr} > bool ${numberText(errorShare)}`,
    valueExpr: expr,
    forSeconds: WINDOW_SECONDS,
    severity: 'warning',
    summary: [
      text(`Requests to ${model} in ${namespace.name} fail: a share of `),
      { value: true },
      text(`, limit ${String(errorShare)}`),
    ],
    description: [
      text(
        `More than ${formatLevel(errorShare)} of the requests to ${model} failed over ${WINDOW}. Rows of failed requests are missing in what TrustyAI compares. Look at the model server's log and at the clients.`
      ),
    ],
  };
}

function latency(watched: Watched, { latencySeconds, latencyQuantile }: ModelServerPlan): Companion {
  const { model, namespace } = watched;
  const buckets = `sum by (namespace,name,le) (rate(${ovms('ovms_request_time_us_bucket', watched)}[${WINDOW}]))`;
  const expr = underModel(`histogram_quantile(${numberText(latencyQuantile)}, ${buckets}) / 1e6`);
  return {
    kind: 'model-latency',
    expr: `${expr} > bool ${numberText(latencySeconds)}`,
    valueExpr: expr,
    forSeconds: WINDOW_SECONDS,
    severity: 'warning',
    summary: [
      text(`${model} in ${namespace.name} is slow: ${formatLevel(latencyQuantile)} of the requests take up to `),
      { value: true },
      text(` s, limit ${String(latencySeconds)} s`),
    ],
    description: [
      text(
        `The ${String(latencyQuantile)} quantile of the request time over ${WINDOW}, read from histogram buckets, lies above its limit. Look at load, replicas and the model's size.`
      ),
    ],
  };
}

/** Rules about the server of a watched model, where the file gives its limits. */
export function modelServerRules(watched: Watched): Rule[] {
  const { modelServer } = watched.namespace;
  return modelServer === undefined
    ? []
    : [down(watched), errors(watched, modelServer), latency(watched, modelServer)].map((companion) =>
        modelRule(watched, companion, DASHBOARD)
      );
}
