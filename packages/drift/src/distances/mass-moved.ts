import { isDriftError } from '../errors.ts';
import { ascends, edgesDoNotAscend } from '../samples/given-counts.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';
import { finitePair, walkGaps } from './cumulative-gap.ts';

/** How much of a Wasserstein-1 distance lies over each interval. */
export interface MassMoved {
  /** Ascending, first −∞ and last +∞: one edge more than parts. */
  edges: Float64Array;
  /** ∫ |F − G| over each interval, in the unit of the values. They add up to the Wasserstein-1 distance. */
  parts: Float64Array;
}

/** The edges with −∞ and +∞ as ends; undefined where they do not ascend. */
function wholeLine(edges: ArrayLike<number>): Float64Array | undefined {
  const inner = Array.from(edges).filter((edge) => edge !== -Infinity && edge !== Infinity);
  return ascends(inner) ? Float64Array.from([-Infinity, ...inner, Infinity]) : undefined;
}

/**
 * The mass moved over each interval: which part of the Wasserstein-1 distance of two samples of numbers, weighted or not,
 * lies between which edges. For explanations as "62 % of the mass moved between 40 and 50". O(n + m + edges).
 * `not defined` where the edges do not ascend or a value is infinite; `no data` and `not numeric` as the test has it.
 */
export function massMoved(reference: Sample, current: Sample, edges: ArrayLike<number>): MassMoved | DriftError {
  const line = wholeLine(edges);
  if (!line) {
    return edgesDoNotAscend();
  }
  const pair = finitePair(reference, current);
  if (isDriftError(pair)) {
    return pair;
  }
  const parts = new Float64Array(line.length - 1);
  let bin = 0;
  walkGaps(pair, (from, to, gap) => {
    let at = from;
    while (at < to) {
      while ((line[bin + 1] ?? Infinity) <= at) {
        bin += 1;
      }
      const end = Math.min(to, line[bin + 1] ?? Infinity);
      parts[bin] = (parts[bin] ?? 0) + Math.abs(gap) * (end - at);
      at = end;
    }
  });
  return { edges: line, parts };
}
