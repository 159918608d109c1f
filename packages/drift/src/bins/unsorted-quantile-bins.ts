import { valuesAtRanks } from '../samples/values-at-ranks.ts';
import { histogram } from './histogram.ts';
import { quantileByRank, ranksOfQuantile } from './quantile.ts';

/** The edges of `referenceBins` with `fewValues` 0, of unsorted finite rows, at least one. */
export function unsortedQuantileBins(values: Float64Array, count: number): Float64Array {
  const n = values.length;
  const shares = Array.from({ length: count - 1 }, (_, i) => (i + 1) / count);
  const at = valuesAtRanks(
    values,
    shares.flatMap((share) => ranksOfQuantile(share, n))
  );
  const edges = [...new Set(shares.map((share) => quantileByRank(share, n, at)))];
  // An edge parts rows from rows where there is one between it and the edge before it.
  const { counts } = histogram(values, [-Infinity, ...edges, Infinity]);
  return Float64Array.from([-Infinity, ...edges.filter((_, i) => (counts[i] ?? 0) > 0), Infinity]);
}
