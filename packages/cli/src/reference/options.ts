import type { Datatype } from '@soundcheck/monitors';
import { parseArguments, UsageError } from '../arguments.ts';
import { waitOf } from '../service/wait-option.ts';

export interface PushOptions {
  csv: string;
  tag: string;
  /** Absent: that of monitors.yaml, where it has one. */
  model?: string;
  /** Absent: by the namespace of monitors.yaml. */
  url?: string;
  namespace?: string;
  file: string;
  /** Columns that are outputs. Absent: those that the service knows as such. */
  outputs?: string[];
  inputTensor?: string;
  outputTensor?: string;
  /** By column; '' is that of all others. */
  types: Map<string, Datatype>;
  chunk: number;
  /** A tag that exists: "append" adds all rows, "resume" those that an upload that broke left out. */
  existing: 'refuse' | 'append' | 'resume';
  waitMs: number;
  /** Absent: by monitors.yaml. */
  serviceBatchSize?: number;
  json: boolean;
}

const TYPES: readonly Datatype[] = ['FP64', 'FP32', 'INT64', 'INT32', 'BYTES'];

function typesOf(text: string): PushOptions['types'] {
  const types = new Map<string, Datatype>();
  for (const part of text === '' ? [] : text.split(',')) {
    const at = part.lastIndexOf('=');
    const word = part
      .slice(at + 1)
      .trim()
      .toUpperCase();
    const type = TYPES.find((one) => one === word);
    if (type === undefined) {
      throw new UsageError(`--types has "${part}": give a type (${TYPES.join(', ')}) for all columns, or COLUMN=TYPE.`);
    }
    types.set(at < 0 ? '' : part.slice(0, at).trim(), type);
  }
  return types;
}

function wholeNumber(text: string, option: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) {
    throw new UsageError(`${option} is "${text}": give a whole number of ${String(least)} or more.`);
  }
  return value;
}

function parse(args: readonly string[]) {
  return parseArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      tag: { type: 'string' },
      model: { type: 'string' },
      namespace: { type: 'string' },
      file: { type: 'string', default: 'monitors.yaml' },
      outputs: { type: 'string' },
      'input-tensor': { type: 'string' },
      'output-tensor': { type: 'string' },
      types: { type: 'string', default: '' },
      chunk: { type: 'string', default: '1000' },
      append: { type: 'boolean', default: false },
      resume: { type: 'boolean', default: false },
      wait: { type: 'string', default: '0s' },
      'service-batch-size': { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}

const given = <K extends string>(name: K, value: string | undefined) => (value === undefined ? {} : { [name]: value });

/**
 * Reads the arguments of `soundcheck reference push`.
 * @returns "help" where that is asked for
 * @throws UsageError with a sentence
 */
export function parsePush(args: readonly string[]): PushOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) {
    return 'help';
  }
  const [csv, url, more] = positionals;
  if (csv === undefined) {
    throw new UsageError('Say which file: soundcheck reference push FILE --tag TAG.');
  }
  if (more !== undefined) {
    throw new UsageError(`"${more}" is one argument too many: one file and at most one URL.`);
  }
  if (values.tag === undefined || values.tag.trim() === '' || values.tag.startsWith('_trustyai')) {
    throw new UsageError(
      values.tag
        ? `TrustyAI keeps tags that begin with _trustyai for itself: choose another than "${values.tag}".`
        : 'Say under which tag: --tag TRAINING.'
    );
  }
  if (url !== undefined && values.namespace !== undefined) {
    throw new UsageError('A URL and --namespace both say which service: give one of them.');
  }
  if (values.append && values.resume) {
    throw new UsageError('--append adds all rows, --resume the missing ones: give one of them.');
  }
  const batchSize = values['service-batch-size'];
  return {
    csv,
    tag: values.tag,
    ...given('model', values.model),
    ...given('url', url),
    ...given('namespace', values.namespace),
    file: values.file,
    ...(values.outputs === undefined ? {} : { outputs: values.outputs.split(',').map((name) => name.trim()) }),
    ...given('inputTensor', values['input-tensor']),
    ...given('outputTensor', values['output-tensor']),
    types: typesOf(values.types),
    chunk: wholeNumber(values.chunk, '--chunk', 2),
    existing: values.append ? 'append' : values.resume ? 'resume' : 'refuse',
    waitMs: waitOf(values.wait),
    ...(batchSize === undefined ? {} : { serviceBatchSize: wholeNumber(batchSize, '--service-batch-size', 1) }),
    json: values.json,
  };
}
