import { seededRandom } from '@soundcheck/drift';
import type { Column, RowTable, SideName } from '../../read/data-set.ts';

/** Numbers of a bell-shaped feature. */
export function bell(seed: number, n: number, [mean, sd]: readonly [number, number] = [0, 1]): Float64Array {
  const random = seededRandom(seed);
  const sum = () => random.uniform() + random.uniform() + random.uniform() + random.uniform() - 2;
  return Float64Array.from({ length: n }, () => mean + sd * Math.sqrt(3) * sum());
}

/** Columns by name: numbers, or text with null for missing. */
export type Values = Record<string, ArrayLike<number> | ReadonlyArray<string | null>>;

/** A table with these columns; `span`: its rows spread evenly over [from, to). */
export function tableOf(side: SideName, values: Values, span?: readonly [from: number, to: number]): RowTable {
  const columns = Object.entries(values).map(([feature, list]) => columnOf(feature, list));
  const length = Math.max(0, ...Object.values(values).map((list) => list.length));
  const times =
    span && Float64Array.from({ length }, (_, i) => Math.floor(span[0] + ((span[1] - span[0]) * i) / length));
  return { side, source: side, length, columns, ...(times && { times }) };
}

function columnOf(feature: string, list: ArrayLike<number> | ReadonlyArray<string | null>): Column {
  const values = Array.from<number | string | null>(list);
  if (values.every((value) => typeof value === 'number')) {
    return { kind: 'numeric', feature, values: Float64Array.from(values, Number), unreadable: 0 };
  }
  const categories = [...new Set(values.flatMap((value) => (typeof value === 'string' ? [value] : [])))];
  const codes = Int32Array.from(values, (value) => (typeof value === 'string' ? categories.indexOf(value) : -1));
  return { kind: 'categorical', feature, codes, categories };
}
