import { valuesAtRanks } from '../samples/values-at-ranks.ts';
import { quantileByRank, ranksOfQuantile } from './quantile.ts';
import { openBins, partingEdges } from './reference-bins.ts';

/** Bins of a sample and how many of its rows are in each. */
export interface CountedBins {
  edges: Float64Array;
  counts: Float64Array;
}

/** The bins of `referenceBins` with `fewValues` 0, of unsorted rows over a finite range, at least one. */
export function unsortedQuantileBins(
  values: Float64Array,
  range: readonly [low: number, high: number],
  count: number
): CountedBins {
  const n = values.length;
  const shares = Array.from({ length: count - 1 }, (_, i) => (i + 1) / count);
  const ranks = shares.map((share) => ranksOfQuantile(share, n));
  const { at, below } = valuesAtRanks(values, range, ranks.flat());
  const parting = partingEdges(
    shares.map((share, i) => {
      const edge = quantileByRank(share, n, at);
      const [rank] = ranks[i] ?? [NaN];
      return { edge, rowsBelow: edge > at(rank) ? rank + 1 : below(rank) };
    })
  );
  const rows = [0, ...parting.map(({ rowsBelow }) => rowsBelow), n];
  return {
    edges: openBins(parting),
    counts: Float64Array.from(rows.slice(1).map((upTo, i) => upTo - (rows[i] ?? 0))),
  };
}
