import { Refusal, Uncaught, text } from '../http/reply.ts';
import { Fields, textItem, unreadable } from '../http/fields.ts';
import type { ColumnType } from '../storage/schema.ts';

const types: Readonly<Record<string, ColumnType>> = {
  BOOL: 'BOOL',
  INT8: 'INT32',
  INT16: 'INT32',
  INT32: 'INT32',
  INT64: 'INT64',
  FP32: 'FLOAT',
  FP64: 'DOUBLE',
};

/** One KServe v2 tensor with its data as it came, flat or nested. */
export interface Tensor {
  name: string;
  shape: number[];
  datatype: string;
  data: readonly unknown[];
}

/** Reads a tensor as far as JSON types go. */
export function readTensor(value: unknown): Tensor {
  const fields = new Fields(value);
  return {
    name: fields.text('name') ?? '',
    shape: fields.list('shape', wholeNumber) ?? [],
    datatype: fields.text('datatype') ?? '',
    data: fields.list('data', (item) => item) ?? [],
  };
}

function wholeNumber(value: unknown): number {
  const number = Number(textItem(value));
  if (!Number.isInteger(number)) throw unreadable();
  return number;
}

/** The type a column of the tensor gets. Text cannot be stored by uploads and events: an uncaught exception. */
export function columnType({ datatype }: Tensor, side: 'Input' | 'Output'): ColumnType {
  const type = types[datatype];
  if (type !== undefined) return type;
  if (datatype === 'BYTES') throw new Uncaught('Text columns cannot be stored.');
  const why = `${side} datatype=${datatype} unsupported. Must be one of BOOL, INT8/16/32/64, FP32/64, or BYTES`;
  throw new Refusal(text(why, 400));
}

/** A cell as the number it is stored as. Anything that does not fit the type is an uncaught exception. */
export function cellNumber(cell: unknown, type: ColumnType): number {
  if (type === 'BOOL' && typeof cell === 'boolean') return Number(cell);
  if (type === 'BOOL' || typeof cell !== 'number') throw new Uncaught(`A cell is no ${type}: ${JSON.stringify(cell)}.`);
  if (type === 'FLOAT') return Math.fround(cell);
  return type === 'DOUBLE' ? cell : Math.trunc(cell);
}
