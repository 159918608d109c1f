import type { Description } from '../description.ts';
import { isDriftError, notDefined, tooFewRows } from '../errors.ts';
import { seededRandom } from '../random/seeded-random.ts';
import type { Random } from '../random/seeded-random.ts';
import type { NumericInput, Sample } from '../samples/sample.ts';
import { mostPermutations, optionProblem } from '../option-problem.ts';
import { binaryUnit, inUnit } from '../samples/binary-unit.ts';
import { sortedPair } from '../samples/sorted-pair.ts';
import type { Comparison, DriftError } from '../types.ts';
import { completeRows } from './complete-rows.ts';
import { drawRows } from './draw-rows.ts';
import { gaussianKernel, medianBandwidth, squaredDistances } from './gaussian-kernel.ts';
import type { Points } from './gaussian-kernel.ts';
import { permutedMmd } from './mmd-permutations.ts';
import type { MmdEstimator } from './mmd-permutations.ts';

export const mmdDescription: Description = {
  title: 'MMD²',
  says: 'the squared maximum mean discrepancy: how much nearer rows are to rows of their own side than to the other’s, by a Gaussian kernel',
  formula:
    'mean k(x, x′) + mean k(y, y′) − 2 mean k(x, y), k = exp(−d²/(2σ²)), x of the reference, y of the current rows, d their difference',
  range: [-1, 2],
  direction: 'high',
  takes: ['numbers'],
  needs: '2 rows a side, finite values, not all equal',
  pValue: 'the share of `permutations` random relabellings of the rows with a value as great',
  growsWithRows: false,
  source: 'Gretton et al. 2012; alibi-detect MMDDrift',
  options: [
    {
      name: 'estimator',
      takes: ['unbiased', 'biased'],
      default: 'unbiased',
      says: 'unbiased leaves out each row’s pair with itself and is 0 on average without drift; biased is never below 0',
    },
    {
      name: 'sigma',
      takes: ['pooled-median', 'reference-median'],
      default: 'pooled-median',
      says: 'width σ of the kernel: the median distance of pairs of rows over √2, of all rows or of the reference’s (alibi-detect); or a number in the unit of the feature',
    },
    { name: 'permutations', takes: 'number', default: 199, says: 'random relabellings of the rows for p; 0: no p' },
    {
      name: 'addOne',
      takes: [true, false],
      default: true,
      says: 'counts the order found among the relabellings, so that p is never 0; false: their bare share (alibi-detect)',
    },
    {
      name: 'sampleSize',
      takes: 'number',
      default: 1000,
      says: 'rows a side at most, up to 4,000; a larger side is drawn from at random',
    },
    {
      name: 'seed',
      takes: 'number',
      default: 0,
      says: 'seed of the random draws: the same seed gives the same result',
    },
  ],
};

/** Kernel, estimator and p-value of MMD². */
export interface MmdOptions {
  /** Default `unbiased`. */
  estimator?: MmdEstimator;
  /** Width of the kernel in the feature's unit, or the median heuristic. Default `pooled-median`. */
  sigma?: number | 'pooled-median' | 'reference-median';
  /** Random relabellings. Default 199; 0 gives no p-value. */
  permutations?: number;
  /** p = (1 + reached) / (1 + permutations) (Phipson & Smyth 2010), else reached / permutations. Default true. */
  addOne?: boolean;
  /** Rows a side at most; from more, so many are drawn without replacement. Default 1000, at most 4000. Cost: its square. */
  sampleSize?: number;
  /** Default 0. */
  seed?: number;
}

/** The kernel of twice as many rows takes 256 MB. */
const maxSampleSize = 4000;

/** Rows of both sides, one column a feature, before any draw. */
interface Sides {
  reference: Points;
  current: Points;
}

function problemOf({ reference, current }: Sides, options: MmdOptions): DriftError | undefined {
  const [n, m] = [reference[0]?.length ?? 0, current[0]?.length ?? 0];
  if (n < 2 || m < 2) {
    return n < 2 ? tooFewRows('reference', n, 2) : tooFewRows('current', m, 2);
  }
  if (![...reference, ...current].every((column) => column.every((x) => Number.isFinite(x)))) {
    return notDefined(
      'A sample holds infinite values, so no distance between values is defined: take them out, or use ks.'
    );
  }
  const { sigma, sampleSize = 1000, permutations = 199, seed = 0 } = options;
  return optionProblem([
    ['sigma', typeof sigma === 'number' ? sigma : 1, Number.MIN_VALUE, Number.MAX_VALUE],
    ['sampleSize', sampleSize, 2, Infinity],
    ['permutations', permutations, 0, mostPermutations, 'whole'],
    ['seed', seed, -Number.MAX_VALUE, Number.MAX_VALUE],
  ]);
}

/** What the value and the words need to know. */
type Found = Pick<Comparison, 'value' | 'variant'> & Partial<Pick<Comparison, 'pValue'>>;

function measure(sides: Sides, options: MmdOptions, random: Random): Found | DriftError {
  const { estimator = 'unbiased', sigma: width = 'pooled-median', permutations = 199, addOne = true } = options;
  const sampleSize = Math.floor(Math.min(options.sampleSize ?? 1000, maxSampleSize));
  const reference = drawRows(sides.reference, sampleSize, random);
  const current = drawRows(sides.current, sampleSize, random);
  const [n, m] = [reference[0]?.length ?? 0, current[0]?.length ?? 0];
  const pooled = reference.map((column, i) => Float64Array.from([...column, ...(current[i] ?? [])]));
  const unit = binaryUnit(...pooled);
  const distances = squaredDistances(pooled.map((column) => inUnit(column, unit)));
  const sigma =
    typeof width === 'number' ? width / unit : medianBandwidth(distances, width === 'pooled-median' ? n + m : n);
  if (!(sigma > 0 && sigma < Infinity)) {
    return notDefined('All rows are one value (or too near to each other), so the kernel has no width: give sigma.');
  }
  const { value, reached } = permutedMmd(gaussianKernel(distances, sigma), n, estimator, {
    permutations,
    random,
  });
  const drawn = n < (sides.reference[0]?.length ?? 0) || m < (sides.current[0]?.length ?? 0);
  const words = [
    `MMD², ${estimator}, Gaussian kernel, σ = ${Number((sigma * unit).toPrecision(4))}`,
    ...(permutations > 0 ? [`p of ${permutations} permutations`] : []),
    ...(drawn ? [`on ${n} v ${m} rows drawn at random`] : []),
  ];
  const one = addOne ? 1 : 0;
  return {
    value,
    ...(permutations > 0 ? { pValue: (reached + one) / (permutations + one) } : {}),
    variant: words.join(', '),
  };
}

/**
 * Squared maximum mean discrepancy with a Gaussian kernel: E k(p, p′) + E k(q, q′) − 2 E k(p, q); high means drift. Sees
 * any change of distribution. `unbiased` (Gretton et al. 2012, eq. 3) is 0 on average without drift and may be negative;
 * `biased` (eq. 5) is not. p by random relabelling, exact for a kernel whose width does not know the labels. The same
 * rows and seed give the same result, in whatever order the rows come.
 */
export function mmd(reference: Sample, current: Sample, options: MmdOptions = {}): Comparison | DriftError {
  const pair = sortedPair(reference, current);
  if (isDriftError(pair)) {
    return pair;
  }
  const sides = { reference: [pair.reference.sorted], current: [pair.current.sorted] };
  const found = problemOf(sides, options) ?? measure(sides, options, seededRandom(options.seed ?? 0));
  if (isDriftError(found)) {
    return found;
  }
  return {
    ...found,
    nReference: pair.reference.sorted.length,
    nCurrent: pair.current.sorted.length,
    missingReference: pair.reference.missing,
    missingCurrent: pair.current.missing,
  };
}

/**
 * `mmd` of rows of several features: one column a feature, the same features on both sides in the same order. Distances
 * are Euclidean, so bring the columns to one scale first. Rows with a missing value are left out and counted.
 * `too few rows` under 2 a side; `not defined` where columns do not match, a value is infinite, or all rows are equal.
 */
export function mmdOfRows(
  reference: readonly NumericInput[],
  current: readonly NumericInput[],
  options: MmdOptions = {}
): Comparison | DriftError {
  if (reference.length === 0 || reference.length !== current.length) {
    return notDefined('The two sides have different numbers of columns, or none: give both the same features.');
  }
  const [p, q] = [completeRows(reference), completeRows(current)];
  const sides = { reference: p.columns, current: q.columns };
  const found = problemOf(sides, options) ?? measure(sides, options, seededRandom(options.seed ?? 0));
  if (isDriftError(found)) {
    return found;
  }
  return {
    ...found,
    nReference: p.columns[0]?.length ?? 0,
    nCurrent: q.columns[0]?.length ?? 0,
    missingReference: p.missing,
    missingCurrent: q.missing,
    variant: `${found.variant}, ${reference.length} features`,
  };
}
