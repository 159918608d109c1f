import { CoreError } from '@soundcheck/query';
import type { Column } from '@soundcheck/query';
import { layOutSide } from '@soundcheck/monitors';
import type { Datatype, Reference, SideLayout, SideRequest } from '@soundcheck/monitors';
import type { Csv } from '../csv/read-csv.ts';
import { columnsOf } from './columns.ts';
import type { PushOptions } from './options.ts';

/** What the service is, and has of the model. */
export interface Known {
  dialect: 'java' | 'python';
  model: string;
  columns: readonly Column[];
}

function outputsOf({ header, file }: Csv, { outputs }: PushOptions, { columns, model }: Known): string[] {
  if (outputs !== undefined) {
    const unknown = outputs.find((name) => !header.includes(name));
    if (unknown !== undefined) {
      throw new CoreError(`${file} has no column "${unknown}" for --outputs: it has ${header.join(', ')}.`);
    }
    return outputs;
  }
  const known = columns.filter(({ role }) => role === 'output');
  const found = header.filter((name) => known.some((column) => column.name === name || column.raw === name));
  if (found.length === 0) {
    throw new CoreError(
      known.length === 0
        ? `Say which columns of ${file} are what ${model} answered: --outputs NAME,NAME. TrustyAI stores no inputs without outputs.`
        : `${file} has none of the outputs of ${model} (${known.map(({ name }) => name).join(', ')}): say with --outputs which columns they are.`
    );
  }
  return found;
}

function layOut(request: SideRequest): SideLayout {
  const layout = layOutSide(request);
  if ('problem' in layout) {
    throw new CoreError(layout.problem);
  }
  return layout;
}

/** Types as the service states them where it does: on Java live rows of another type than the reference are refused. */
const STATED: Readonly<Record<string, Datatype>> = {
  FLOAT: 'FP32',
  DOUBLE: 'FP64',
  INT32: 'INT32',
  INT64: 'INT64',
  STRING: 'BYTES',
};

function typeOf({ types }: PushOptions, columns: readonly Column[]): (name: string) => Datatype {
  return (name) => {
    const known = columns.find((column) => column.name === name || column.raw === name);
    return types.get(name) ?? STATED[known?.type ?? ''] ?? types.get('') ?? 'FP64';
  };
}

function checkTypes(reference: Reference, file: string): void {
  for (const side of [reference.inputs, reference.outputs]) {
    const found = new Set(side.columns.map(({ name }) => reference.columns.get(name)?.datatype));
    if (side.shape === 'matrix' && found.size > 1) {
      throw new CoreError(
        `One tensor has one type, and ${side.tensor} would have ${[...found].join(', ')}: give one with --types.`
      );
    }
    const text = side.columns.find(({ name }) => reference.columns.get(name)?.datatype === 'BYTES');
    if (text && reference.dialect === 'java') {
      throw new CoreError(`The Java service takes no text: leave ${text.name} out of ${file}.`);
    }
  }
}

/**
 * A file as the reference of a model, in the layout that its service needs. Nothing is sent.
 * @throws CoreError for what is wrong with cells, columns or types
 */
export function prepare(csv: Csv, options: PushOptions, known: Known): Reference {
  const { dialect, model } = known;
  const unknown = [...options.types.keys()].find((name) => name !== '' && !csv.header.includes(name));
  if (unknown !== undefined) {
    throw new CoreError(`${csv.file} has no column "${unknown}" for --types: it has ${csv.header.join(', ')}.`);
  }
  const outputs = outputsOf(csv, options, known);
  const inputs = csv.header.filter((name) => !outputs.includes(name));
  const { inputTensor, outputTensor } = options;
  const side = (role: Column['role'], names: string[], tensor: string | undefined) =>
    layOut({
      ...{ role, dialect, model, names },
      known: known.columns.filter((column) => column.role === role),
      ...(tensor === undefined ? {} : { tensor }),
    });
  if (inputs.length === 0) {
    throw new CoreError(`${csv.file} has no column left that is an input: ${outputs.join(', ')} are the outputs.`);
  }
  const reference: Reference = {
    ...{ model, tag: options.tag, dialect },
    inputs: side('input', inputs, inputTensor),
    outputs: side('output', outputs, outputTensor),
    columns: columnsOf(csv, typeOf(options, known.columns)),
  };
  checkTypes(reference, csv.file);
  return reference;
}
