import { mostBins } from '../bins/bin-options.ts';
import { equalWidthBins } from '../bins/equal-width-bins.ts';
import { histogram } from '../bins/histogram.ts';
import { weightedHistogram } from '../bins/weighted-histogram.ts';
import { isDriftError, notDefined, tooFewRows } from '../errors.ts';
import { optionProblem } from '../option-problem.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { bothSides } from '../samples/both-sides.ts';
import { weighableValues } from '../samples/weighted-numbers.ts';
import type { WeighableValues } from '../samples/weighted-numbers.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';
import { kernelDensity } from './kernel-density.ts';
import { shares } from './shares.ts';

/** How raw numbers become two distributions over common cells. */
export interface EstimateOptions {
  /** Kernel density on a grid, or a histogram; both over the common range of the two samples. Default `kde`. */
  method?: 'kde' | 'hist';
  /** Points of the grid of `kde`. Default 256. */
  gridPoints?: number;
  /** Equal bins of `hist`. Default 64. */
  bins?: number;
}

export interface EstimatedShares {
  p: Float64Array;
  q: Float64Array;
  /** The estimate in words. */
  how: string;
  reference: WeighableValues;
  current: WeighableValues;
}

function commonRange(samples: readonly WeighableValues[]): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const { values } of samples) {
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return [low, high];
}

/** Why a sample has no kernel density, if so. */
function densityProblem({ values }: WeighableValues, side: 'reference' | 'current'): DriftError | undefined {
  if (values.length < 2) {
    return tooFewRows(side, values.length, 2);
  }
  const first = values[0];
  return values.every((value) => value === first)
    ? notDefined(`The ${side} sample is constant, so it has no kernel density: use method "hist".`)
    : undefined;
}

/** Two distributions estimated from raw numbers as TrustyAI's Python service does: numpy's histogram (weighted rows too) or scipy's KDE. */
export function estimatedShares(
  reference: Sample,
  current: Sample,
  options: EstimateOptions
): EstimatedShares | DriftError {
  const { bins = 64, gridPoints: points = 256 } = options;
  const problem = optionProblem([
    ['bins', bins, 1, mostBins, 'whole'],
    ['gridPoints', points, 2, mostBins, 'whole'],
  ]);
  if (problem) {
    return problem;
  }
  const sides = bothSides(reference, current, weighableValues);
  if (isDriftError(sides)) {
    return sides;
  }
  const { reference: p, current: q } = sides;
  const [low, high] = commonRange([p, q]);
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    return notDefined(
      'A sample holds infinite values, so there is no common range: take them out, or give counts in bins.'
    );
  }
  if (options.method === 'hist') {
    // One value only: a range of width 1 around it, as numpy's histogram.
    const [from, to] = low === high ? [low - 0.5, high + 0.5] : [low, high];
    const edges = equalWidthBins(from, to, bins);
    const count = ({ values, weights }: WeighableValues) =>
      shares(weights ? weightedHistogram(values, weights, edges) : histogram(values, edges).counts);
    return { p: count(p), q: count(q), how: `${edges.length - 1} equal bins over the common range`, ...sides };
  }
  if (p.weights || q.weights) {
    return notDefined('The kernel density is not defined here for weighted rows: use method "hist".');
  }
  const noDensity = densityProblem(p, 'reference') ?? densityProblem(q, 'current');
  if (noDensity) {
    return noDensity;
  }
  const grid = { low, step: (high - low) / (points - 1), points };
  const densities = [kernelDensity(p.values, grid), kernelDensity(q.values, grid)] as const;
  if (densities.some((density) => !(totalOf(density) > 0))) {
    return notDefined(
      `No point of the grid of ${points} is near a row: outliers stretch the range; use method "hist".`
    );
  }
  const how = `Gaussian kernel density at ${points} points`;
  return { p: shares(densities[0]), q: shares(densities[1]), how, ...sides };
}
