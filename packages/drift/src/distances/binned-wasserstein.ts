import { notDefined } from '../errors.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { deviationOf } from '../samples/step-curve.ts';
import type { BinnedCounts, Comparison, DriftError } from '../types.ts';
import { atMidpoints, binGaps, binnedFacts, binnedGapProblem, insideInWords } from './binned-gap.ts';
import type { BinGap, InsideBin } from './binned-gap.ts';
import { noScale, scaleInWords } from './wasserstein-scale.ts';
import type { WassersteinOptions } from './wasserstein.ts';

/** ∫ |F − G| over a bin: two steps at its midpoint, or a straight line that may cross 0. */
const termInBin = {
  midpoint: ({ width, before, after }: BinGap) => (width * (Math.abs(before) + Math.abs(after))) / 2,
  spread: ({ width, before, after }: BinGap) => {
    const sum = Math.abs(before) + Math.abs(after);
    // The line crosses 0: two triangles, whose widths are as their heights.
    return before * after < 0 ? (width * (before * before + after * after)) / (2 * sum) : (width * sum) / 2;
  },
};

/** Standard deviation of the reference; mass spread evenly in a bin adds width²/12 to the variance (Sheppard). */
function deviation(reference: BinnedCounts, current: BinnedCounts, inside: InsideBin): number {
  const ofMidpoints = deviationOf(atMidpoints(reference, current).reference);
  if (inside === 'midpoint') {
    return ofMidpoints;
  }
  const within = binGaps(reference, current).reduce(
    (sum, { width }, i) => sum + ((reference.counts[i] ?? 0) * width * width) / 12,
    0
  );
  return Math.sqrt(ofMidpoints ** 2 + within / totalOf(reference.counts));
}

/** From the least to the greatest place that holds mass on either side. */
function range(reference: BinnedCounts, current: BinnedCounts, inside: InsideBin): number {
  const used = Array.from(reference.counts, (count, i) => count + (current.counts[i] ?? 0));
  const first = used.findIndex((count) => count > 0);
  const last = used.length - 1 - [...used].reverse().findIndex((count) => count > 0);
  const { edges } = reference;
  const [low, high] = [edges[first] ?? NaN, edges[last + 1] ?? NaN];
  const insets = [first, last].map((bin) => ((edges[bin + 1] ?? NaN) - (edges[bin] ?? NaN)) / 2);
  const span = inside === 'spread' ? high - low : high - low - totalOf(insets);
  return first === last && inside === 'midpoint' ? 1 : span;
}

const divisors = { none: () => 1, 'reference-sd': deviation, range };

/**
 * Wasserstein-1 on counts of equal edges. With mass at the midpoints it is scipy's distance of the midpoints with the
 * counts as weights. `terms` add up to it: the mass moved over each bin.
 */
export function binnedWasserstein(
  reference: BinnedCounts,
  current: BinnedCounts,
  { scale = 'none', trim = 0, inside = 'midpoint' }: WassersteinOptions
): Comparison | DriftError {
  if (trim !== 0) {
    return notDefined('Trimming needs rows, and counts in bins have none: set trim to 0.');
  }
  const problem = binnedGapProblem(reference, current);
  if (problem) {
    return problem;
  }
  const unit = divisors[scale](reference, current, inside);
  if (!(unit > 0)) {
    return noScale(scale);
  }
  const terms = Float64Array.from(binGaps(reference, current), (gap) => termInBin[inside](gap) / unit);
  return {
    ...binnedFacts(reference, current),
    value: totalOf(terms),
    variant: `Wasserstein-1 distance, ${scaleInWords[scale]}, ${insideInWords[inside]}`,
    terms,
  };
}
