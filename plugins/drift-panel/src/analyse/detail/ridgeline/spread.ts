import type { RowSample } from './ridge-rows.ts';

/**
 * Standard deviation (divisor n − 1) of what lies on the axis, so that far values do not smooth all others away. Of
 * counts: as if the rows lay evenly in their bins. 0 where it is not defined.
 */
export function spreadOf(sample: RowSample, [from, to]: readonly [number, number]): number {
  switch (sample.kind) {
    case 'numbers':
      return deviation(sample.rows.sorted.filter((value) => value >= from && value <= to));
    case 'bins':
      return binnedDeviation(sample.edges, sample.counts);
    case 'categories':
      return 0;
  }
}

function deviation(values: Float64Array): number {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value / n, 0);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return n > 1 && Number.isFinite(squares) ? Math.sqrt(squares / (n - 1)) : 0;
}

function binnedDeviation(edges: readonly number[], counts: ArrayLike<number>): number {
  const bins = Array.from(counts, (count, i) => {
    const [low, high] = [edges[i] ?? 0, edges[i + 1] ?? 0];
    return { count, middle: low / 2 + high / 2, width: high - low };
  });
  const n = bins.reduce((sum, { count }) => sum + count, 0);
  const mean = bins.reduce((sum, { count, middle }) => sum + (count / n) * middle, 0);
  const variance = bins.reduce(
    (sum, { count, middle, width }) => sum + (count / n) * ((middle - mean) ** 2 + width ** 2 / 12),
    0
  );
  return n > 0 && Number.isFinite(variance) ? Math.sqrt(variance) : 0;
}
