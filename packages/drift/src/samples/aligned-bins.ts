import { noData, notDefined } from '../errors.ts';
import type { BinnedCounts, DriftError } from '../types.ts';
import { countsProblem } from './given-counts.ts';

/** Sum of counts. */
export function totalOf(counts: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) {
    total += counts[i] ?? 0;
  }
  return total;
}

/** Why two binned counts are not counts of the same bins, if so. */
export function alignmentProblem(reference: BinnedCounts, current: BinnedCounts): DriftError | undefined {
  const problem = countsProblem(reference, 'reference') ?? countsProblem(current, 'current');
  if (problem) {
    return problem;
  }
  const same =
    reference.edges.length === current.edges.length &&
    Array.from(reference.edges).every((edge, i) => edge === current.edges[i]);
  return same
    ? undefined
    : notDefined('The two sides are binned by different edges: count both in the bins of the reference.');
}

/** Why two binned counts cannot be compared, if so: they are not of the same bins, or nothing is counted. */
export function binsProblem(reference: BinnedCounts, current: BinnedCounts): DriftError | undefined {
  const problem = alignmentProblem(reference, current);
  if (problem) {
    return problem;
  }
  if (!(totalOf(reference.counts) > 0)) {
    return noData('reference');
  }
  return totalOf(current.counts) > 0 ? undefined : noData('current');
}
