import { notDefined } from '../errors.ts';
import { binsProblem, totalOf } from '../samples/aligned-bins.ts';
import { weightedCurve } from '../samples/step-curve.ts';
import type { BinnedCounts, Comparison, DriftError } from '../types.ts';
import type { CurvePair } from './cumulative-gap.ts';

/** Where in its bin the mass of binned counts lies: all at the midpoint, or spread evenly. */
export type InsideBin = 'midpoint' | 'spread';

/** What a picker says about it. */
export const insideOption = {
  name: 'inside',
  takes: ['midpoint', 'spread'],
  default: 'midpoint',
  says: 'binned counts: all mass of a bin at its midpoint, or spread evenly in it',
} as const;

/** One bin: its width, and F − G at its two edges. */
export interface BinGap {
  width: number;
  before: number;
  after: number;
}

function openWithRows({ edges, counts }: BinnedCounts): boolean {
  const last = counts.length - 1;
  const first = edges[0] === -Infinity && (counts[0] ?? 0) !== 0;
  return first || (edges[last + 1] === Infinity && (counts[last] ?? 0) !== 0);
}

/** Why two binned counts have no distance between values, if so. */
export function binnedGapProblem(reference: BinnedCounts, current: BinnedCounts): DriftError | undefined {
  const problem = binsProblem(reference, current);
  if (problem) {
    return problem;
  }
  return [reference, current].some(openWithRows)
    ? notDefined(
        'An open outer bin holds rows, and nobody knows how far out they lie: give finite edges that hold every row, or use psi.'
      )
    : undefined;
}

/** The gap of the cumulated shares at the edges of every bin. Open outer bins, empty here, have width 0. */
export function binGaps(reference: BinnedCounts, current: BinnedCounts): BinGap[] {
  const n = totalOf(reference.counts);
  const m = totalOf(current.counts);
  let [below, belowCurrent] = [0, 0];
  return Array.from(reference.counts, (count, bin) => {
    const before = below / n - belowCurrent / m;
    below += count;
    belowCurrent += current.counts[bin] ?? 0;
    const width = (reference.edges[bin + 1] ?? NaN) - (reference.edges[bin] ?? NaN);
    return { width: Number.isFinite(width) ? width : 0, before, after: below / n - belowCurrent / m };
  });
}

/** The counts as rows with weights at the midpoints of the bins. */
export function atMidpoints(reference: BinnedCounts, current: BinnedCounts): CurvePair {
  const middles = Array.from(
    reference.counts,
    (_, i) => (reference.edges[i] ?? NaN) / 2 + (reference.edges[i + 1] ?? NaN) / 2
  );
  return { reference: weightedCurve(middles, reference.counts), current: weightedCurve(middles, current.counts) };
}

/** The parts of a `Comparison` that say what was counted. */
export function binnedFacts(reference: BinnedCounts, current: BinnedCounts) {
  return {
    nReference: totalOf(reference.counts),
    nCurrent: totalOf(current.counts),
    missingReference: reference.missing ?? 0,
    missingCurrent: current.missing ?? 0,
    edges: Float64Array.from(reference.edges),
  } satisfies Partial<Comparison>;
}

/** The option in words. */
export const insideInWords = {
  midpoint: 'binned counts at the midpoints of their bins',
  spread: 'binned counts spread evenly in their bins',
};

/** One side is binned, the other is not. */
export function oneBinned(): DriftError {
  return notDefined('One side is binned, the other is not: count the raw rows in the edges of the binned side first.');
}
