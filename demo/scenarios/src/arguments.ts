import { parseArgs } from 'node:util';
import { BadInput } from './bad-input.ts';
import { defaultSeed } from './jukebox/jukebox.ts';

export interface PrepareOptions {
  command: 'prepare';
  out: string;
  /** When history ends, in epoch milliseconds. */
  nowMs: number;
  seed: number;
  instance: string;
  ownData?: { reference: string; live: string; time: string };
}

export interface LiveOptions {
  command: 'live';
  emulator: string;
  /** Address of /metrics; 127.0.0.1 where none is given. */
  host?: string;
  port: number;
  dir: string;
  /** Rows a second. */
  rate: number;
  /** Repeat the window at the end of history instead of going on with new rows; always so for own data. */
  repeat: boolean;
  /** File that lines of the logs are appended to. */
  logs?: string;
}

export interface ShipLogsOptions {
  command: 'ship-logs';
  dir: string;
  logs?: string;
  loki: { url: string; tenant: string };
}

export interface CollectOptions {
  command: 'collect';
  dir: string;
  rows: number;
  /** The file to write. */
  out: string;
}

export interface HelpOptions {
  command: 'help';
}

export const usage = `Traffic for the Soundcheck demo.

  prepare --out DIR --now EPOCHMS [--seed N] [--instance NAME]
          [--reference a.csv --live b.csv --time COLUMN]
      writes a week of history that ends at EPOCHMS
  live --emulator URL --port N [--host ADDRESS] --dir DIR [--rate ROWS_PER_SECOND] [--repeat] [--logs FILE]
      goes on from there: a model server's /metrics on port N of 127.0.0.1, inferences to the TrustyAI service at URL;
      POST /deploy?version=N&rows=N there serves a new version and hurries with so many rows
  collect --dir DIR --rows N --out FILE
      writes N new rows with their predictions as CSV, for a training on what the model sees now
  ship-logs --loki URL --tenant NAME --dir DIR [--logs FILE]
      carries the week's logs to Loki, then those that "live" appends to FILE, as they come
`;

const text = { type: 'string' } as const;
const options = {
  out: text,
  now: text,
  seed: text,
  instance: text,
  reference: text,
  live: text,
  time: text,
  rows: text,
  emulator: text,
  port: text,
  host: text,
  dir: text,
  rate: text,
  repeat: { type: 'boolean' },
  logs: text,
  loki: text,
  tenant: text,
  help: { type: 'boolean', short: 'h' },
} as const;

export type Options = PrepareOptions | LiveOptions | CollectOptions | ShipLogsOptions | HelpOptions;

/** @throws BadInput where an option is missing, unknown or of no use. */
export function readArguments(args: string[]): Options {
  const { values, positionals } = parse(args);
  const command = positionals[0];
  if (values.help === true || command === undefined) {
    return { command: 'help' };
  }
  if (command === 'prepare') {
    return {
      command,
      out: required(values.out, '--out', 'the folder to write into'),
      nowMs: wholeNumber(required(values.now, '--now', 'when history ends, in epoch milliseconds'), '--now'),
      seed: values.seed === undefined ? defaultSeed : wholeNumber(values.seed, '--seed'),
      instance: values.instance ?? 'model-server',
      ...ownDataOf(values),
    };
  }
  if (command === 'live') {
    return {
      command,
      emulator: address(values.emulator, '--emulator', 'the TrustyAI service, e.g. http://127.0.0.1:8081'),
      port: wholeNumber(required(values.port, '--port', 'the port of /metrics'), '--port'),
      dir: required(values.dir, '--dir', 'the folder that "prepare" wrote'),
      rate: rate(values.rate ?? '1'),
      repeat: values.repeat === true,
      ...(values.host === undefined ? {} : { host: values.host }),
      ...(values.logs === undefined ? {} : { logs: values.logs }),
    };
  }
  if (command === 'collect') {
    return {
      command,
      dir: required(values.dir, '--dir', 'the folder that "prepare" wrote'),
      rows: wholeNumber(required(values.rows, '--rows', 'how many rows to write'), '--rows'),
      out: required(values.out, '--out', 'the file to write'),
    };
  }
  if (command === 'ship-logs') {
    return {
      command,
      dir: required(values.dir, '--dir', 'the folder that "prepare" wrote'),
      loki: {
        url: address(values.loki, '--loki', 'where Loki listens, e.g. http://127.0.0.1:3100'),
        tenant: required(values.tenant, '--tenant', 'the tenant whose logs these are'),
      },
      ...(values.logs === undefined ? {} : { logs: values.logs }),
    };
  }
  throw new BadInput(`There is no command "${command}".\n\n${usage}`);
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new BadInput(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function ownDataOf(values: { reference?: string; live?: string; time?: string }): Pick<PrepareOptions, 'ownData'> {
  const { reference, live, time } = values;
  if (reference === undefined && live === undefined && time === undefined) {
    return {};
  }
  return {
    ownData: {
      reference: required(reference, '--reference', 'a CSV file with the rows to compare with'),
      live: required(live, '--live', 'a CSV file with the rows to watch'),
      time: required(time, '--time', 'the column of the live file that orders its rows'),
    },
  };
}

function required(value: string | undefined, option: string, what: string): string {
  if (value === undefined || value === '') {
    throw new BadInput(`${option} is missing: ${what}.`);
  }
  return value;
}

function wholeNumber(value: string, option: string): number {
  if (!/^\d{1,15}$/.test(value)) {
    throw new BadInput(`${option} is "${value}"; it must be a whole number.`);
  }
  return Number(value);
}

function rate(value: string): number {
  const rows = Number(value);
  if (!(rows > 0 && rows <= 100)) {
    throw new BadInput(`--rate is "${value}"; it must be above 0 and at most 100 rows a second.`);
  }
  return rows;
}

function address(given: string | undefined, option: string, what: string): string {
  const value = required(given, option, what);
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new BadInput(`${option} is "${value}"; it must be an address such as http://127.0.0.1:8081.`);
  }
  return value.replace(/\/+$/, '');
}
