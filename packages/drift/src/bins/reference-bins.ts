import { quantile } from './quantile.ts';
import { rowsBelow } from './rows-below.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import type { SortedSample } from '../samples/sorted-sample.ts';
import type { NumericInput } from '../samples/sample.ts';

export interface ReferenceBinsOptions {
  /** Bins wanted; fewer come where quantiles coincide. Default 10. */
  count?: number;
}

/** Up to `limit` different values of an ascending array; undefined if there are more. */
function fewValues(sorted: Float64Array, limit: number): number[] | undefined {
  const values: number[] = [];
  for (const value of sorted) {
    if (values.length === 0 || value !== values[values.length - 1]) {
      if (values.length === limit) {
        return undefined;
      }
      values.push(value);
    }
  }
  return values;
}

/** A number above `low`, up to `high`, half-way where there is one; where one of them is infinite, beside the finite one. */
function between(low: number, high: number): number {
  if (low === -Infinity) {
    return high === Infinity ? 0 : high;
  }
  const middle = high === Infinity ? Number.MAX_VALUE : low / 2 + high / 2;
  return middle > low ? middle : high;
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
  const count = Math.max(1, Math.floor(options.count ?? 10));
  const sample = 'sorted' in reference ? reference : sortedSample(reference);
  const values = fewValues(sample.sorted, count);
  const inner = values
    ? values.slice(1).map((value, i) => between(values[i] ?? value, value))
    : Array.from({ length: count - 1 }, (_, i) => quantile(sample, (i + 1) / count));
  let below = 0;
  const parting = inner.filter((edge) => {
    const rows = Number.isFinite(edge) ? rowsBelow(edge, sample.sorted) : below;
    const parts = rows > below;
    below = rows;
    return parts;
  });
  return Float64Array.from([-Infinity, ...parting, Infinity]);
}
