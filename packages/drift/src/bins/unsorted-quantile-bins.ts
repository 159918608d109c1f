import { valuesAtRanks } from '../samples/values-at-ranks.ts';
import { quantileByRank, ranksOfQuantile } from './quantile.ts';
import { partingEdges } from './reference-bins.ts';

/** The edges of `referenceBins` with `fewValues` 0, of unsorted rows over a finite range, at least one. */
export function unsortedQuantileBins(
  values: Float64Array,
  range: readonly [low: number, high: number],
  count: number
): Float64Array {
  const n = values.length;
  const shares = Array.from({ length: count - 1 }, (_, i) => (i + 1) / count);
  const ranks = shares.map((share) => ranksOfQuantile(share, n));
  const { at, below } = valuesAtRanks(values, range, ranks.flat());
  const edges = shares.map((share, i) => {
    const edge = quantileByRank(share, n, at);
    const [rank] = ranks[i] ?? [NaN];
    return { edge, rowsBelow: edge > at(rank) ? rank + 1 : below(rank) };
  });
  return partingEdges(edges);
}
