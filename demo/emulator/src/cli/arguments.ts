import { parseArgs } from 'node:util';
import type { DialectName } from '../dialect.ts';
import { parseInterval } from './interval.ts';

/** A wrong call of the program; the message is one sentence for the user. */
export class BadInput extends Error {}

export interface HistoryOptions {
  out: string;
  /** Milliseconds from one sample to the next. */
  stepMs: number;
  /** Epoch milliseconds of the last possible sample. */
  untilMs: number;
  /** Labels every series gets, as Prometheus attaches them when scraping. */
  labels: Record<string, string>;
}

export interface Arguments {
  /** Address to listen on. */
  host: string;
  port: number;
  dialect: DialectName;
  /** Java only: where rows are kept. */
  storage: 'files' | 'database';
  /** Java only: rows can be downloaded. */
  download: boolean;
  /** Python only: the port that serves nothing but the service's health. */
  healthOnly: boolean;
  /** Milliseconds from one tick to the next. */
  scheduleMs: number;
  replay?: string;
  history?: HistoryOptions;
}

export const usage = `TrustyAI emulator.

  --port N                    listen on this port (8081)
  --host ADDRESS              listen on this address; in a container 0.0.0.0 (127.0.0.1)
  --dialect python            which of the two implementations of the service answers: python or java (python)
  --storage files             java: where rows are kept, files or database; their faults differ (files)
  --download                  java: rows can be downloaded, which is off on the service, too, unless switched on
  --health-only               python: answer health and nothing else, as the service's second port does
  --schedule 5s               time from one scheduler tick to the next (5s)
  --replay FILE.ndjson        first apply these requests, each at its own time:
                              {"at": epochMs, "method", "path", "headers"?, "body"?} a line, in order of time
  --history-out FILE          write what /q/metrics would have shown meanwhile, as OpenMetrics for
                              promtool tsdb create-blocks-from openmetrics
  --history-step 4m           time from one sample to the next, and from tick to tick during the replay (4m)
  --history-until EPOCHMS     end of the replay (now)
  --label k=v                 give every sample of the history this label; repeatable

SIGHUP restarts the service on the same storage: schedules are forgotten.
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  port: text,
  host: text,
  dialect: text,
  storage: text,
  download: flag,
  'health-only': flag,
  schedule: text,
  replay: text,
  'history-out': text,
  'history-step': text,
  'history-until': text,
  label: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the command line; undefined when help is asked for. Throws BadInput. */
export function readArguments(args: string[], now: number): Arguments | undefined {
  const values = parsed(args);
  if (values.help === true) return undefined;
  const result: Arguments = {
    host: values.host ?? '127.0.0.1',
    port: port(values.port ?? '8081'),
    ...service(values),
    scheduleMs: interval('--schedule', values.schedule ?? '5s'),
  };
  if (values.replay !== undefined) result.replay = values.replay;
  const out = values['history-out'];
  if (out === undefined) return result;
  if (values.replay === undefined)
    throw new BadInput('--history-out needs --replay: without requests there is no history.');
  result.history = {
    out,
    stepMs: interval('--history-step', values['history-step'] ?? '4m'),
    untilMs: epoch(values['history-until'], now),
    labels: Object.fromEntries((values.label ?? []).map(label)),
  };
  return result;
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options }).values;
  } catch (fault) {
    throw new BadInput(`${fault instanceof Error ? fault.message : fault} --help lists the options.`);
  }
}

type Service = Pick<Arguments, 'dialect' | 'storage' | 'download' | 'healthOnly'>;

function service(values: ReturnType<typeof parsed>): Service {
  const { dialect = 'python', storage, download = false, 'health-only': healthOnly = false } = values;
  if (dialect !== 'python' && dialect !== 'java') {
    throw new BadInput(`--dialect must be python or java, not "${dialect}".`);
  }
  if (storage !== undefined && storage !== 'files' && storage !== 'database') {
    throw new BadInput(`--storage must be files or database, not "${storage}".`);
  }
  const javaOnly = storage === undefined ? (download ? '--download' : undefined) : '--storage';
  if (javaOnly !== undefined && dialect !== 'java') {
    throw new BadInput(`${javaOnly} goes with --dialect java only.`);
  }
  if (healthOnly && dialect !== 'python') throw new BadInput('--health-only goes with --dialect python only.');
  return { dialect, storage: storage ?? 'files', download, healthOnly };
}

function port(given: string): number {
  const number = Number(given);
  if (/^\d+$/.test(given) && number <= 65535) return number;
  throw new BadInput(`--port must be a number from 0 to 65535, not "${given}".`);
}

function interval(option: string, given: string): number {
  const ms = parseInterval(given);
  if (ms !== undefined && ms > 0) return ms;
  throw new BadInput(`${option} must be a time like 500ms, 5s, 4m or 1h, not "${given}".`);
}

function epoch(given: string | undefined, now: number): number {
  if (given === undefined) return now;
  if (/^\d{12,14}$/.test(given)) return Number(given);
  throw new BadInput(`--history-until must be a time in epoch milliseconds like ${now}, not "${given}".`);
}

function label(given: string): [string, string] {
  const match = /^([a-zA-Z_][a-zA-Z0-9_]*)=(.*)$/s.exec(given);
  if (!match) throw new BadInput(`--label must be name=value with a Prometheus label name, not "${given}".`);
  return [match[1] ?? '', match[2] ?? ''];
}
