import { quantile } from './quantile.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import type { SortedSample } from '../samples/sorted-sample.ts';
import type { NumericInput } from '../samples/sample.ts';
import { defaultBins } from './bin-options.ts';
import { rowsBelow } from './rows-below.ts';
import { fewValues, partedHalfWay } from './value-bins.ts';

/** How many bins are wanted of a reference. */
export interface ReferenceBinsOptions {
  /** Bins wanted; fewer come where quantiles coincide. Default 10. */
  count?: number;
  /** A sample of no more different values gets one bin a value. Default `count`. */
  fewValues?: number;
}

/** An edge and how many rows lie below it. */
export interface RankedEdge {
  edge: number;
  rowsBelow: number;
}

/** Of ascending edges those that have a row between them and the edge before. */
export function partingEdges(edges: readonly RankedEdge[]): RankedEdge[] {
  let before = 0;
  return edges.filter(({ rowsBelow: rows }) => {
    const parts = rows > before;
    before = Math.max(before, rows);
    return parts;
  });
}

/** The edges of bins between these, the outer ones open. */
export function openBins(inner: readonly RankedEdge[]): Float64Array {
  return Float64Array.of(-Infinity, ...inner.map(({ edge }) => edge), Infinity);
}

/**
 * Edges of bins that hold equal shares of the reference, the outer ones open (−∞, +∞).
 *
 * Quantiles (type 7) with no value of the reference between them are merged, so that no bin is empty in it. A reference
 * of no more than `count` different values gets one bin a value, parted half-way; an empty one one bin for everything.
 */
export function referenceBins(
  reference: NumericInput | SortedSample,
  options: ReferenceBinsOptions = {}
): Float64Array {
  const count = Math.max(1, Math.floor(options.count ?? defaultBins));
  const sample = 'sorted' in reference ? reference : sortedSample(reference);
  const values = fewValues(sample.sorted, options.fewValues ?? count);
  const inner = values
    ? partedHalfWay(values)
    : Array.from({ length: count - 1 }, (_, i) => quantile(sample, (i + 1) / count));
  const ranked = inner.map((edge) => ({ edge, rowsBelow: Number.isFinite(edge) ? rowsBelow(edge, sample.sorted) : 0 }));
  return openBins(partingEdges(ranked));
}
