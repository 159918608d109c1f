import { serve } from '../model-server/serve.ts';
import { Random } from '../random.ts';
import type { Row } from '../scenario.ts';
import type { Level, LogLine } from './envelope.ts';

/** What the lines of a request need of its scenario. */
export interface Logged {
  model: string;
  features: string[];
  seed: number;
}

export interface LoggedRequest {
  /** Epoch milliseconds. */
  at: number;
  /** Number of the request since the start of history. */
  index: number;
  row: Row;
}

/** One request in so many leaves a line of the model server, and a line of TrustyAI's schedule. */
export const oneIn = { model: 10, schedule: 16 };

/** How long before the next request the one that failed came. */
const failedBeforeMs = 900;

const colours = { cyan: '\u001b[36m', green: '\u001b[32m', red: '\u001b[31m', off: '\u001b[0m' };
const stream = 6;

/** How long the user waited, in whole milliseconds: the proxy's way there and back, and now and then much more. */
export function waitedMs(seed: number, index: number): number {
  const random = new Random(seed, stream, index);
  const slow = random.uniform() < 0.01 ? 8 : 1;
  return Math.round(36 * Math.exp(0.25 * random.normal()) * slow);
}

/** What the user interface, the model server and TrustyAI print for one request, and for the failed one before it. */
export function requestLines(scenario: Logged, request: LoggedRequest): LogLine[] {
  const { failedBefore, durations } = serve(scenario.seed, request.index);
  const lines = failedBefore ? failedLines(scenario, request) : [];
  const { at, index, row } = request;
  lines.push(...proxyLines(scenario, { at, row, status: 200, ms: waitedMs(scenario.seed, index) }));
  if (index % oneIn.model === 0) {
    const took = `${(durations.inference / 1000).toFixed(3)} ms`;
    lines.push(modelLine(at, 'debug', `Model: ${scenario.model}; version: 1; processed in ${took}`));
  }
  if (index % oneIn.schedule === 0) {
    lines.push(trustyaiLine(at, 'info', `Calculated the scheduled metrics of ${scenario.model}`));
  }
  return lines;
}

function failedLines(scenario: Logged, { at: next, index, row }: LoggedRequest): LogLine[] {
  const at = next - failedBeforeMs;
  const why = `Model: ${scenario.model}; version: 1; no inference slot became free in time`;
  const half = `Inference ${index} of ${scenario.model} has a request and no response; it is left out`;
  return [
    ...proxyLines(scenario, { at, row, status: 503, ms: waitedMs(scenario.seed, -1 - index) }),
    modelLine(at, 'error', why),
    trustyaiLine(at, 'warn', half),
  ];
}

interface Answered {
  at: number;
  row: Row;
  status: number;
  ms: number;
}

/** The proxy of the user interface prints the request with its whole body, features and all, then how it ended. */
function proxyLines({ model, features }: Logged, { at, row, status, ms }: Answered): LogLine[] {
  const inputs = features.map((name, f) => ({ name, shape: [1, 1], datatype: 'FP32', data: [row.inputs[f] ?? 0] }));
  const { cyan, green, red, off } = colours;
  const colour = status < 400 ? green : red;
  const path = `/v2/models/${model}/infer`;
  return [
    { at, from: 'ui', level: 'default', message: `${cyan}POST${off} ${path} ${JSON.stringify({ inputs })}` },
    { at: at + ms, from: 'ui', level: 'default', message: `${colour}Completed ${status} (${ms}ms)${off}` },
  ];
}

function modelLine(at: number, level: Level, text: string): LogLine {
  const time = new Date(at).toISOString().slice(0, -1).replace('T', ' ');
  return { at, from: 'model', level, message: `[${time}][87][serving][${level}][kfs_rest] ${text}` };
}

const pythonNames: Partial<Record<Level, string>> = { info: 'INFO', warn: 'WARNING' };

function trustyaiLine(at: number, level: Level, text: string): LogLine {
  const time = new Date(at).toISOString().slice(0, -1).replace('T', ' ').replace('.', ',');
  return { at, from: 'trustyai', level, message: `${time} - trustyai - ${pythonNames[level] ?? 'INFO'} - ${text}` };
}
