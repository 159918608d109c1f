import type { Column, CountedFeature, DataSet, RowTable } from '../../read/data-set.ts';
import type { DetailRequest } from '../../report/detail.ts';
import { frequentValues, isFeature, OTHER } from './slices/slice-rows.ts';

/** A stretch of time, epoch ms, end excluded. */
export interface Bounds {
  from: number;
  to: number;
}

type SliceRequest = NonNullable<DetailRequest['slice']>;

/** The data of one feature, without any other. */
export function onlyFeature(data: DataSet, feature: string): DataSet {
  return {
    ...data,
    scores: [],
    tables: data.tables.flatMap((table) => {
      const columns = table.columns.filter((column) => isFeature(column, feature));
      return columns.length > 0 ? [{ ...table, columns }] : [];
    }),
    counts: data.counts.filter((one) => one.feature === feature),
  };
}

/**
 * The rows of one slice, on both sides; of the columns the feature and those that can slice it further. Counts have no
 * rows, so nothing of them is left.
 */
export function onlySlice(data: DataSet, feature: string, { column, value }: SliceRequest): DataSet {
  const named = data.tables.some(({ columns }) =>
    columns.some((one) => one.kind === 'categorical' && one.feature === column && one.categories.includes(value ?? ''))
  );
  const frequent = value === OTHER && !named ? frequentValues(data, column) : undefined;
  return {
    ...data,
    counts: [],
    tables: data.tables.flatMap((table) => {
      const slicer = table.columns.find((one) => one.kind === 'categorical' && one.feature === column);
      if (slicer?.kind !== 'categorical' || !table.columns.some((one) => isFeature(one, feature))) {
        return [];
      }
      const isIn = slicer.categories.map((one) => (frequent ? !frequent.has(one) : one === value));
      const kept = rowsWhere(table, (row) => {
        const code = slicer.codes[row] ?? -1;
        return code < 0 ? value === null : isIn[code] === true;
      });
      const columns = table.columns.filter(
        (one) => isFeature(one, feature) || (one.kind === 'categorical' && one.feature !== column)
      );
      return [takeRows({ ...table, columns }, kept)];
    }),
  };
}

/** Only the current rows (or chunks of counts) of a stretch of time; the reference as it is. */
export function onlyDuring(data: DataSet, { from, to }: Bounds): DataSet {
  return {
    ...data,
    tables: data.tables.map((table) => {
      const { side, times } = table;
      if (side === 'reference') {
        return table;
      }
      return takeRows(
        table,
        rowsWhere(table, (row) => {
          const time = times?.[row] ?? NaN;
          return time >= from && time < to;
        })
      );
    }),
    counts: data.counts.map((one): CountedFeature => ({
      ...one,
      // As the chunk axis has it: a chunk of counts belongs where its middle lies.
      chunks: one.chunks.filter((chunk) => (chunk.from + chunk.to) / 2 >= from && (chunk.from + chunk.to) / 2 < to),
    })),
  };
}

function rowsWhere({ length }: RowTable, keep: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(length);
  let n = 0;
  for (let row = 0; row < length; row++) {
    if (keep(row)) {
      rows[n] = row;
      n += 1;
    }
  }
  return rows.subarray(0, n);
}

function takeRows(table: RowTable, rows: Int32Array): RowTable {
  const { times } = table;
  return {
    ...table,
    length: rows.length,
    ...(times && { times: takeNumbers(times, rows) }),
    columns: table.columns.map((column): Column =>
      column.kind === 'numeric'
        ? { ...column, values: takeNumbers(column.values, rows) }
        : { ...column, codes: rows.map((row) => column.codes[row] ?? -1) }
    ),
  };
}

function takeNumbers(values: Float64Array, rows: Int32Array): Float64Array {
  const taken = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    taken[i] = values[rows[i] ?? 0] ?? NaN;
  }
  return taken;
}
