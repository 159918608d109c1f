import { quantile, rowsBelow } from '@soundcheck/drift';

/** The different values, where they are no more than `most`. */
function fewValues(sorted: Float64Array, most: number): number[] | undefined {
  const values: number[] = [];
  for (const value of sorted) {
    if (value !== values[values.length - 1]) {
      if (values.length === most) {
        return undefined;
      }
      values.push(value);
    }
  }
  return values;
}

/**
 * Edges of bins with equal shares of the reference, the outer ones open: those of `referenceBins` in @soundcheck/drift,
 * which is not taken here because its sorts would fill a tenth of the engine's script. Quantiles without a row between
 * them are one edge; no more different values than bins get a bin each.
 * @param reference ascending, finite, without NaN
 */
export function quantileEdges(reference: Float64Array, bins = 10): number[] {
  const values = fewValues(reference, bins);
  const inner = values
    ? values.slice(1).map((value, i) => {
        const middle = (values[i] ?? value) / 2 + value / 2;
        return middle > (values[i] ?? value) ? middle : value;
      })
    : Array.from({ length: bins - 1 }, (_, i) => quantile({ sorted: reference, missing: 0 }, (i + 1) / bins));
  let before = 0;
  const parting = inner.filter((edge) => {
    const below = rowsBelow(edge, reference);
    const parts = below > before;
    before = Math.max(before, below);
    return parts;
  });
  return [-Infinity, ...parting, Infinity];
}

/** Rows in each bin [edge, next edge). @param sorted ascending, finite, without NaN */
export function countSorted(sorted: Float64Array, edges: readonly number[]): number[] {
  const below = edges.map((edge) => (edge === Infinity ? sorted.length : rowsBelow(edge, sorted)));
  return below.slice(1).map((rows, i) => rows - (below[i] ?? 0));
}
