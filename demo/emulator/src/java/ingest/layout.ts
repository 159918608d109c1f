import { doubleText } from '../number-text.ts';
import { Refusal, Uncaught, text } from '../http/reply.ts';
import type { ColumnSpec } from '../storage/schema.ts';
import { cellNumber, columnType } from './tensor.ts';
import type { Tensor } from './tensor.ts';

/** How the rows came: the service reads the same tensors differently in uploads and in events. */
export type Way = 'upload' | 'event';

/** One half of a call as columns. */
export interface Columns {
  specs: ColumnSpec[];
  /** One list of values a column, all of the same length. */
  values: number[][];
}

/**
 * Input tensors to columns. A single tensor gives columns `<tensor>-<index>`, several tensors one column each. Some
 * shapes lose rows without a word, as they do on the service.
 */
export function layOutInputs(tensors: readonly Tensor[], way: Way): Columns {
  const [first] = tensors;
  if (first && tensors.length === 1) return single(first, 'Input', way);
  if (tensors.some(({ shape }) => shape.length < 2)) {
    if (way === 'event') throw new Uncaught('Several tensors of one dimension cannot be read from an event.');
    const why = 'Higher dimensional inputs (e.g., shape=[m, n] where n>1) are not yet supported.';
    throw new Refusal(text(`One or more errors were found with the inbound request payload:\n - ${why}`, 400));
  }
  return columnEach(tensors, 'Input', way);
}

/** Output tensors to columns; nested data gives other names than flat data. */
export function layOutOutputs(tensors: readonly Tensor[], way: Way): Columns {
  const [first] = tensors;
  if (first && tensors.length === 1) return single(first, 'Output', way);
  return columnEach(tensors, 'Output', way);
}

/** Flat data, and any data of an event, gives the first row only. */
function columnEach(tensors: readonly Tensor[], side: 'Input' | 'Output', way: Way): Columns {
  const columns = tensors.map((tensor) => {
    const cells = tensor.data.flat();
    const all = way === 'upload' && tensor.data.every(Array.isArray);
    return column(tensor.name, all ? cells : cells.slice(0, 1), columnType(tensor, side));
  });
  return joined(columns);
}

function single(tensor: Tensor, side: 'Input' | 'Output', way: Way): Columns {
  const { name, shape, data } = tensor;
  const type = columnType(tensor, side);
  const [rows = 0, width] = shape;
  if (width === undefined) {
    if (data.length < rows) throw shortTensor(tensor, side);
    return joined([column(name, data.slice(0, rows), type)]);
  }
  const nested = data.length > 0 && data.every(Array.isArray);
  if (nested && width === 1) return joined([column(`${name}-0-0`, data.flat(), type)]);
  if (nested && way === 'upload' && (side === 'Output' || rows === 1)) {
    throw new Uncaught('This nesting cannot be read.');
  }
  // Flat input of an upload is read with rows and columns exchanged, unless there is one column.
  const exchanged = !nested && way === 'upload' && side === 'Input';
  const [height, across] = exchanged ? [width, rows] : [rows, width];
  const cells = data.flat();
  const at = (row: number, index: number) => cells[exchanged ? index * height + row : row * across + index];
  const list = Array.from({ length: across }, (_, index) =>
    column(
      `${name}-${index}`,
      Array.from({ length: height }, (__, row) => at(row, index)),
      type
    )
  );
  return joined(list);
}

interface Column {
  spec: ColumnSpec;
  values: number[];
}

function column(name: string, cells: readonly unknown[], type: ColumnSpec['type']): Column {
  return { spec: { name, type }, values: cells.map((cell) => cellNumber(cell, type)) };
}

function joined(columns: readonly Column[]): Columns {
  const rows = columns[0]?.values.length ?? 0;
  if (columns.some(({ values }) => values.length !== rows)) throw new Uncaught('The columns differ in length.');
  return { specs: columns.map(({ spec }) => spec), values: columns.map(({ values }) => values) };
}

/** Fewer cells than the shape says; the reply shows the tensor. */
function shortTensor({ name, datatype, shape, data }: Tensor, side: 'Input' | 'Output'): Refusal {
  const half = side.toLowerCase();
  const [field, shown] = datatype === 'FP64' || datatype === 'FP32' ? ['fp', doubleText] : ['int', String];
  const size = /\d+$/.exec(datatype)?.[0] ?? '';
  const contents = data.map((cell) => `  ${field}${size}_contents: ${shown(Number(cell))}\n`).join('');
  const why =
    `Error parsing ${half} payload: Error in ${half}-tensor parsing: Attempting to access index ${data.length} of ` +
    `${half}-tensor which only has length ${data.length}. This can happen if the tensor reports an incorrect shape.\n` +
    `The tensor that caused the error is shown below:\n` +
    `name: "${name}"\ndatatype: "${datatype}"\nshape: ${shape.join()}\ncontents {\n${contents}}\n`;
  return new Refusal(text(why, 500));
}
