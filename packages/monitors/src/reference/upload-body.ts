import type { Dialect } from '@soundcheck/query';
import type { SideLayout } from './side-layout.ts';

/** Types of columns, as KServe names them. Text goes to Python only. */
export type Datatype = 'FP64' | 'FP32' | 'INT64' | 'INT32' | 'BYTES';

export interface ReferenceColumn {
  datatype: Datatype;
  values: ReadonlyArray<number | string>;
}

/** A KServe v2 tensor. */
export interface Tensor {
  name: string;
  shape: number[];
  datatype: Datatype;
  data: unknown[];
}

/** The body of POST /data/upload. */
export interface UploadBody {
  model_name: string;
  data_tag: string;
  request: { inputs: Tensor[] };
  response: { model_name: string; outputs: Tensor[] };
}

export interface Reference {
  model: string;
  tag: string;
  dialect: Dialect;
  inputs: SideLayout;
  outputs: SideLayout;
  /** By the file's name of the column. */
  columns: ReadonlyMap<string, ReferenceColumn>;
}

type Rows = { from: number; to: number };

function slicesOf({ columns }: SideLayout, reference: Reference, { from, to }: Rows) {
  return columns.map(({ name, raw }) => {
    const { datatype, values } = reference.columns.get(name) ?? { datatype: 'FP64', values: [] };
    return { raw, datatype, values: values.slice(from, to) };
  });
}

/**
 * The tensors of one side. Both services lose rows or refuse in most other layouts: inputs as a matrix must be nested,
 * outputs flat; a tensor for each column is [rows] for Python and for a single column, [rows, 1] and nested for Java.
 */
function tensorsOf(side: SideLayout, role: 'input' | 'output', reference: Reference, rows: Rows): Tensor[] {
  const slices = slicesOf(side, reference, rows);
  const n = rows.to - rows.from;
  const datatype = slices[0]?.datatype ?? 'FP64';
  if (side.shape === 'columns') {
    const nested = reference.dialect === 'java' && slices.length > 1;
    return slices.map(({ raw, datatype: own, values }) => ({
      name: raw,
      shape: nested ? [n, 1] : [n],
      datatype: own,
      data: nested ? values.map((value) => [value]) : [...values],
    }));
  }
  const matrix = Array.from({ length: n }, (_, row) => slices.map(({ values }) => values[row]));
  const flat = side.shape === 'matrix' && role === 'output';
  return [{ name: side.tensor, shape: [n, slices.length], datatype, data: flat ? matrix.flat() : matrix }];
}

/** The upload of rows `from` to `to` (exclusive) of a reference. */
export function uploadBody(reference: Reference, rows: Rows): UploadBody {
  const { model, tag, inputs, outputs } = reference;
  return {
    model_name: model,
    data_tag: tag,
    request: { inputs: tensorsOf(inputs, 'input', reference, rows) },
    response: { model_name: model, outputs: tensorsOf(outputs, 'output', reference, rows) },
  };
}

/** Chunks of about equal size, none above `size`: a Java service fails at a chunk of one row. */
export function chunksOf(from: number, to: number, size: number): Rows[] {
  const count = Math.ceil((to - from) / size);
  const bound = (i: number) => from + Math.round(((to - from) * i) / count);
  return Array.from({ length: count }, (_, i) => ({ from: bound(i), to: bound(i + 1) }));
}
