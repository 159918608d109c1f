import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Sentence, wordsOf } from './sentence.ts';

/** Columns and files of the user's own data, in place of the generated scenario. */
export interface OwnData {
  /** Absolute path of a CSV. */
  reference: string;
  /** Absolute path of a CSV. */
  live: string;
  /** Column of `live` that holds the time. */
  time: string;
}

export interface Arguments {
  help: boolean;
  check: boolean;
  allowAbsent: boolean;
  debian: boolean;
  /** Live traffic repeats the window at the end of history: verdicts then stay as they are. */
  repeat: boolean;
  /** Alerts and the retraining go ten times as fast. */
  quick: boolean;
  /** Port of the page, and whether the user asked for exactly this one. */
  port: number;
  portGiven: boolean;
  ownData?: OwnData;
}

const defaultPort = 3000;

const options = {
  help: { type: 'boolean', short: 'h' },
  check: { type: 'boolean' },
  'allow-absent': { type: 'boolean' },
  debian: { type: 'boolean' },
  repeat: { type: 'boolean' },
  quick: { type: 'boolean' },
  port: { type: 'string' },
  reference: { type: 'string' },
  live: { type: 'string' },
  time: { type: 'string' },
} as const;

/**
 * Reads the command line.
 * @param argv without program and file
 * @param folder the folder that relative paths start from: where the user typed the command
 * @throws Sentence
 */
export function readArguments(argv: string[], folder: string): Arguments {
  const values = parse(argv);
  return {
    help: values.help ?? false,
    check: values.check ?? false,
    allowAbsent: values['allow-absent'] ?? false,
    debian: values.debian ?? false,
    repeat: values.repeat ?? false,
    quick: values.quick ?? false,
    port: readPort(values.port),
    portGiven: values.port !== undefined,
    ...readOwnData(values, folder),
  };
}

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: false }).values;
  } catch (error) {
    const first = wordsOf(error).split(/\. (?:To|This)\b/)[0];
    throw new Sentence(`${first}. See what there is: npm start -- --help`);
  }
}

function readPort(text: string | undefined): number {
  const port = Number(text ?? defaultPort);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Sentence(`--port takes a whole number from 1 to 65535, not "${text}".`);
  }
  return port;
}

function readOwnData(
  given: { reference?: string; live?: string; time?: string },
  folder: string
): { ownData?: OwnData } {
  const { reference, live, time } = given;
  if (reference === undefined && live === undefined && time === undefined) {
    return {};
  }
  if (reference === undefined || live === undefined || time === undefined) {
    throw new Sentence(
      'Own data needs all three: --reference a.csv --live b.csv --time COLUMN, where COLUMN is the column of b.csv that holds the time.'
    );
  }
  return { ownData: { reference: file('--reference', reference, folder), live: file('--live', live, folder), time } };
}

function file(flag: string, path: string, folder: string): string {
  const absolute = resolve(folder, path);
  if (!existsSync(absolute)) {
    throw new Sentence(`${flag} names ${absolute}, and there is no such file. Relative paths start from ${folder}.`);
  }
  return absolute;
}
