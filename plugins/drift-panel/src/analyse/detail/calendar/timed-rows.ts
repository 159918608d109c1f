import type { Sample } from '@soundcheck/drift';
import type { FeatureSide } from '../../features/feature-data.ts';
import { sortedNumbers } from '../distribution/picture-sides.ts';

/** Rows of one side that can be taken by their position, with the time of each. */
export interface TimedRows {
  /** Epoch ms of each row, NaN where it has none. */
  times: Float64Array;
  /** All of them, numbers sorted. */
  all: Sample;
  take: (rows: Int32Array) => Sample;
}

/** The rows of a side over all its tables; undefined where it came as counts, or no table has times. */
export function timedRows({ parts, sample }: FeatureSide): TimedRows | undefined {
  if (!parts.some(({ table }) => table.times)) {
    return undefined;
  }
  const length = parts.reduce((sum, { table }) => sum + table.length, 0);
  const times = new Float64Array(length).fill(NaN);
  let at = 0;
  for (const { table } of parts) {
    times.set(table.times?.subarray(0, table.length) ?? [], at);
    at += table.length;
  }
  return 'categories' in sample
    ? { times, all: sample, take: takeCategories(parts, sample.categories, length) }
    : { times, all: sortedNumbers(sample), take: takeNumbers(parts, length) };
}

function takeNumbers(parts: FeatureSide['parts'], length: number): TimedRows['take'] {
  const values = new Float64Array(length).fill(NaN);
  let at = 0;
  for (const { table, column } of parts) {
    values.set(column.kind === 'numeric' ? column.values.subarray(0, table.length) : [], at);
    at += table.length;
  }
  return (rows) => Float64Array.from(rows, (row) => values[row] ?? NaN);
}

function takeCategories(parts: FeatureSide['parts'], categories: readonly string[], length: number): TimedRows['take'] {
  const place = new Map(categories.map((category, i) => [category, i]));
  const codes = new Int32Array(length).fill(-1);
  let at = 0;
  for (const { table, column } of parts) {
    if (column.kind === 'categorical') {
      const own = column.categories.map((category) => place.get(category) ?? -1);
      codes.set(
        column.codes.subarray(0, table.length).map((code) => own[code] ?? -1),
        at
      );
    }
    at += table.length;
  }
  return (rows) => {
    const counts = new Float64Array(categories.length);
    let missing = 0;
    for (const row of rows) {
      const code = codes[row] ?? -1;
      if (code < 0) {
        missing += 1;
      } else {
        counts[code] = (counts[code] ?? 0) + 1;
      }
    }
    return { categories, counts, missing };
  };
}
