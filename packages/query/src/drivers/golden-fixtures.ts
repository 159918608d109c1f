import { resolve } from 'node:path';
import { build } from 'esbuild';
import type { Reply, Request } from '../core/io.ts';
import type { Session } from '../core/session.ts';
import { start } from '../engine.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Exchange } from './exchange.ts';
import * as diagnosis from './golden-diagnosis.ts';
import { context, healthyService, jobs } from './healthy-service.ts';
import { KS, OLD_ID, schedulingService } from './scheduling-service.ts';
import type { State } from './scheduling-service.ts';

/**
 * What the core in Node makes of every service and every evidence that its own tests are made of, for the Go tests to
 * compare with the engine. Prints JSON lines: first `{script}`, the diagnosis of fixtures bundled as the core is, then
 * `{name, operation, input, context, replies, step}`, where `step` is the last step as canonical JSON. `operation` is the
 * core's, or "fixture" for the script.
 */

interface Play {
  name: string;
  operation: string;
  input: unknown;
  context: unknown;
}

async function play(one: Play, session: Session<unknown>, exchange: Exchange): Promise<void> {
  const replies: Reply[][] = [];
  let step = session.step([]);
  while ('requests' in step) {
    const round = await Promise.all(step.requests.map(exchange));
    replies.push(round);
    step = session.step(round);
  }
  process.stdout.write(`${JSON.stringify({ ...one, replies, step: canonicalJson(step) })}\n`);
}

async function playHealthy(): Promise<void> {
  for (const { dialect, name, operation, input } of jobs) {
    const service = healthyService(dialect);
    const exchange = (request: Request) => Promise.resolve(service(request));
    const one = { name: `${dialect}, healthy: ${name}`, operation, input, context };
    await play(one, start(operation, input, context), exchange);
  }
}

const SERIES = (name: string) => `trustyai_kstest{modelId="credit",subcategory="age",request="r"${name}} 0.5\n`;

const states: Record<string, Omit<State, 'dialect'>> = {
  'nothing scheduled': {},
  'published without names': { metrics: SERIES('') },
  'published with names': { metrics: SERIES(',requestName="x"') },
  'scheduled like that': {
    schedules: { [KS]: [{ requestName: 'nightly', batchSize: 500, referenceTag: 'TRAINING' }] },
  },
  'deletes nothing': { keeps: true, schedules: { [KS]: [{ requestName: 'x' }] } },
  'too many rows': { observations: 9000, tags: { TRAINING: 1000, _trustyai_unlabeled: 8000 } },
  'no reference': { tags: { _trustyai_unlabeled: 600 } },
};

const wanted = { model: 'credit', requestName: 'nightly', batchSize: 500, referenceTag: 'TRAINING' };
const groups = { protectedAttribute: 'in-0', privileged: 1, unprivileged: 0, outcome: 'approved', favorable: 1 };
const changes: Array<[path: string, body: Record<string, unknown>]> = [
  ['create', { ...wanted, metric: 'ks', alpha: 0.01 }],
  ['create', { ...wanted, metric: 'compare-means', features: ['age', 'nope'] }],
  ['create', { ...wanted, metric: 'mmd' }],
  ['create', { ...wanted, metric: 'mean', features: ['age'] }],
  ['create', { ...wanted, metric: 'spd', fairness: groups }],
  ['delete', { id: OLD_ID, metric: 'ks', model: 'credit' }],
  ['delete', { id: 'nobody', metric: 'ks', model: 'credit' }],
];

async function playChanges(): Promise<void> {
  for (const dialect of ['java', 'python'] as const) {
    for (const [name, state] of Object.entries(states)) {
      for (const [path, body] of changes) {
        const input = { path: `schedules/${path}`, params: {}, body };
        const one = {
          name: `${dialect}, ${name}: ${path} ${JSON.stringify(body)}`,
          operation: 'resource',
          input,
          context,
        };
        await play(one, start('resource', input, context), schedulingService({ ...state, dialect }).exchange);
      }
    }
  }
}

async function playDiagnosis(): Promise<void> {
  for (const name of diagnosis.names) {
    const one = { name, operation: 'fixture', input: { fixture: name }, context: {} };
    await play(one, diagnosis.start(one.operation, one.input), () => Promise.reject(new Error('Nothing is asked.')));
  }
}

const built = await build({
  entryPoints: [resolve(import.meta.dirname, 'golden-diagnosis.ts')],
  ...({
    bundle: true,
    format: 'iife',
    globalName: 'soundcheck',
    target: 'es2022',
    minify: true,
    write: false,
  } as const),
});
process.stdout.write(`${JSON.stringify({ script: built.outputFiles[0]?.text })}\n`);
await playHealthy();
await playChanges();
await playDiagnosis();
