import { noData, notDefined } from '../errors.ts';
import type { BinnedCounts, DriftError } from '../types.ts';

/** Sum of counts. */
export function totalOf(counts: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) {
    total += counts[i] ?? 0;
  }
  return total;
}

/** Why two binned counts cannot be compared, if so: different edges, wrong lengths, nothing counted. */
export function binsProblem(reference: BinnedCounts, current: BinnedCounts): DriftError | undefined {
  const same =
    reference.edges.length === current.edges.length &&
    Array.from(reference.edges).every((edge, i) => edge === current.edges[i]);
  const fits = [reference, current].every((side) => side.edges.length === side.counts.length + 1);
  if (!same || !fits) {
    return notDefined('The two sides are binned by different edges: count both in the bins of the reference.');
  }
  if (!(totalOf(reference.counts) > 0)) {
    return noData('reference');
  }
  return totalOf(current.counts) > 0 ? undefined : noData('current');
}
