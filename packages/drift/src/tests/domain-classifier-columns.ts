import { binaryUnit, inUnit } from '../samples/binary-unit.ts';
import { moments } from '../samples/moments.ts';
import type { Design } from './logistic-ridge.ts';

/** One feature of the pooled rows, reference first: numbers, or text. */
export type PooledFeature = { numbers: Float64Array } | { categories: readonly string[] };

/** So many categories get a column of their own; the rarer ones share one. */
const maxCategories = 30;

/** (x − mean) / standard deviation; all 0 for a constant. */
function standardised(values: Float64Array): Float64Array {
  const scaled = inUnit(values, binaryUnit(values));
  const { mean, variance } = moments(scaled);
  const deviation = Math.sqrt(variance);
  return scaled.map((x) => (deviation > 0 ? (x - mean) / deviation : 0));
}

/** z and z², both standardised: the second sees a change of spread. */
function numericColumns(numbers: Float64Array): Float64Array[] {
  const z = standardised(numbers);
  return [z, standardised(z.map((x) => x * x))];
}

/** One column of 0 and 1 a category, the most frequent first, and one for all that are rarer. */
function categoryColumns(rows: readonly string[]): Float64Array[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  const byCount = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([category]) => category);
  const columnOf = new Map(byCount.map((category, i) => [category, Math.min(i, maxCategories)]));
  const columns = Array.from(
    { length: Math.min(byCount.length, maxCategories + 1) },
    () => new Float64Array(rows.length)
  );
  rows.forEach((row, i) => {
    const column = columns[columnOf.get(row) ?? 0];
    if (column) {
      column[i] = 1;
    }
  });
  return columns;
}

/** The design matrix of all features: an intercept, then the columns of each. Scaling looks at no label. */
export function designOf(features: readonly PooledFeature[], rows: number): Design {
  const columns = features.flatMap((feature) =>
    'numbers' in feature ? numericColumns(feature.numbers) : categoryColumns(feature.categories)
  );
  const width = columns.length + 1;
  const values = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    values[row * width] = 1;
    columns.forEach((column, k) => {
      values[row * width + k + 1] = column[row] ?? NaN;
    });
  }
  return { width, values };
}
