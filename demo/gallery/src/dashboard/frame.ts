/** A frame in Grafana's wire form, which keeps NaN and ±∞ of JSON's nulls apart. */
export interface FrameJson {
  schema: {
    name?: string;
    meta?: Record<string, unknown>;
    fields: Array<{ name: string; type: FieldType; labels?: Record<string, string>; config?: Record<string, unknown> }>;
  };
  data: { values: Cell[][]; entities?: Array<Entities | null> };
}

type FieldType = 'time' | 'number' | 'string' | 'boolean';
type Cell = number | string | boolean | null;
type Entities = Record<'NaN' | 'Inf' | 'NegInf', number[]>;

/** A column of a frame. Numbers may be NaN, Infinity or null (missing). */
export interface Column {
  name: string;
  type: FieldType;
  values: readonly Cell[];
  labels?: Record<string, string>;
  config?: Record<string, unknown>;
}

/** Epoch milliseconds. */
export function time(values: readonly number[], name = 'time'): Column {
  return { name, type: 'time', values };
}

export function numbers(name: string, values: readonly (number | null)[], labels?: Record<string, string>): Column {
  return { name, type: 'number', values, ...(labels && { labels }) };
}

export function texts(name: string, values: readonly (string | null)[]): Column {
  return { name, type: 'string', values };
}

/** A frame of columns of equal length. */
export function frame(
  columns: readonly Column[],
  { name, meta }: Pick<FrameJson['schema'], 'name' | 'meta'> = {}
): FrameJson {
  const entities = columns.map(({ values }) => notFinite(values));
  return {
    schema: {
      ...(name && { name }),
      ...(meta && { meta }),
      fields: columns.map(({ values: _values, ...field }) => field),
    },
    data: {
      values: columns.map(({ values }) => values.map((cell) => (isFiniteCell(cell) ? cell : null))),
      ...(entities.some((one) => one !== null) && { entities }),
    },
  };
}

function isFiniteCell(cell: Cell): boolean {
  return typeof cell !== 'number' || Number.isFinite(cell);
}

function notFinite(values: readonly Cell[]): Entities | null {
  const found: Entities = { NaN: [], Inf: [], NegInf: [] };
  values.forEach((cell, row) => {
    if (!isFiniteCell(cell)) {
      found[cell === Infinity ? 'Inf' : cell === -Infinity ? 'NegInf' : 'NaN'].push(row);
    }
  });
  return Object.values(found).some((rows) => rows.length > 0) ? found : null;
}
