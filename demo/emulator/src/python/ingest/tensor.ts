import { anything, dictionary, list, model, nullable } from '../check/composites.ts';
import { complain, failed } from '../check/issue.ts';
import type { Check } from '../check/issue.ts';
import { integer, oneOf, text } from '../check/scalars.ts';
import { Uncaught } from '../http/reply.ts';

/** KServe v2 data types and the type `/info` shows for them after a restart. */
const shownTypes = {
  BOOL: 'BOOL',
  INT8: 'INT32',
  INT16: 'INT32',
  INT32: 'INT32',
  INT64: 'INT64',
  UINT8: 'INT32',
  UINT16: 'INT32',
  UINT32: 'INT64',
  UINT64: 'INT64',
  FP16: 'FLOAT',
  FP32: 'FLOAT',
  FP64: 'DOUBLE',
  BYTES: 'STRING',
} as const;

export type DataType = keyof typeof shownTypes;
const dataTypes: DataType[] = [
  'BOOL',
  'INT8',
  'INT16',
  'INT32',
  'INT64',
  'UINT8',
  'UINT16',
  'UINT32',
  'UINT64',
  'FP16',
  'FP32',
  'FP64',
  'BYTES',
];

/** One KServe v2 tensor. After the check `data` is flat, in row order. */
export interface Tensor {
  name: string;
  shape: number[];
  datatype: DataType;
  data: unknown[];
}

export function shownType(datatype: DataType): string {
  return shownTypes[datatype];
}

const fields = model<Tensor & { parameters: unknown }>((field) => ({
  name: field.required('name', text),
  shape: field.required('shape', list(integer())),
  datatype: field.required('datatype', oneOf(dataTypes, 'enum')),
  parameters: field.optional('parameters', nullable(dictionary(anything)), null),
  data: field.required('data', list(anything)),
}));

/** A tensor whose data has as many elements as its shape says, each fit for its data type. */
export const tensor: Check<Tensor> = (value, loc, issues) => {
  const decoded = fields(value, loc, issues);
  if (decoded === failed) return failed;
  const { name, shape, datatype } = decoded;
  const data = flat(decoded.data);
  const fault = shapeFault(shape, data) ?? dataFault(datatype, data);
  if (fault !== undefined) {
    return complain(issues, loc, value, {
      type: 'value_error',
      msg: `Value error, ${fault}`,
      ctx: { error: {} },
    });
  }
  return { name, shape, datatype, data };
};

/** Unpacks nested lists as long as every item is a list; a ragged rest stays as it is and fails later. */
function flat(data: readonly unknown[]): unknown[] {
  let items: unknown[] = [...data];
  while (items.length > 0 && items.every(Array.isArray)) {
    const lengths = new Set(items.map((item) => (Array.isArray(item) ? item.length : 0)));
    if (lengths.size > 1) break;
    items = items.flat(1);
  }
  return items;
}

function shapeFault(shape: readonly number[], data: readonly unknown[]): string | undefined {
  const expected = shape.reduce((product, extent) => product * extent, 1);
  if (expected === data.length) return undefined;
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  return `Declared shape ${tuple} requires ${expected} elements but got ${data.length}`;
}

function dataFault(datatype: DataType, data: readonly unknown[]): string | undefined {
  if (datatype === 'BYTES') {
    // The service does not catch its own complaint about a cell that is no text.
    if (data.some((cell) => typeof cell !== 'string'))
      throw new Uncaught('A BYTES tensor holds a cell that is no text.');
    return undefined;
  }
  if (datatype === 'BOOL') {
    const odd = data.findIndex((cell) => typeof cell !== 'boolean' && cell !== 0 && cell !== 1);
    return odd < 0 ? undefined : `All values must be bool or 0/1 for datatype BOOL; found ${pythonText(data[odd])}`;
  }
  if (datatype.startsWith('U')) {
    const negative = data.find((cell) => typeof cell === 'number' && cell < 0);
    if (negative !== undefined)
      return `Negative value ${pythonText(negative)} not allowed for unsigned type ${datatype}`;
  }
  const whole = !datatype.startsWith('FP');
  for (const cell of data) {
    const fault = castFault(cell, whole);
    if (fault !== undefined) return `Data cannot be cast to ${datatype}: ${fault}`;
  }
  return undefined;
}

function castFault(cell: unknown, whole: boolean): string | undefined {
  if (typeof cell === 'string') {
    const readable = whole ? /^\s*[+-]?\d+\s*$/.test(cell) : /^\s*[+-]?(\d|\.\d|nan|inf)/i.test(cell);
    if (readable) return undefined;
    return whole ? `invalid literal for int() with base 10: '${cell}'` : `could not convert string to float: '${cell}'`;
  }
  if (typeof cell === 'number' && whole && Number.isNaN(cell)) return 'cannot convert float NaN to integer';
  if (cell === null && whole) {
    return "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'";
  }
  if (Array.isArray(cell)) return 'setting an array element with a sequence.';
  return undefined;
}

function pythonText(cell: unknown): string {
  if (cell === null) return 'None';
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}
