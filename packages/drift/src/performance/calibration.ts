import { defaultBins, mostBins } from '../bins/bin-options.ts';
import { isDriftError } from '../errors.ts';
import type { Side } from '../errors.ts';
import { optionProblem } from '../option-problem.ts';
import type { DriftError, Limit } from '../types.ts';
import { formatCount } from '../verdict/format.ts';
import { binaryRows } from './binary-rows.ts';
import type { BinaryColumns, BinaryRows } from './binary-rows.ts';

/** Bins and limit of the calibration error. */
export interface CalibrationOptions {
  /** Bins of the scores. Default 10. */
  bins?: number;
  /** `equal-width`: (0, 0.1], (0.1, 0.2] …; `equal-mass`: as many rows in each, equal scores together. Default `equal-width`. */
  binning?: 'equal-width' | 'equal-mass';
  /** Greatest error that counts as calibrated. Default: what chance gives calibrated scores, at least 0.01. */
  maxEce?: number;
}

/** How far scores are from being probabilities. */
export interface Calibration {
  /** Expected calibration error, 0 … 1. */
  ece: number;
  /** Brier score: the mean of (score − label)². */
  brier: number;
  limit: Limit;
  state: 'calibrated' | 'uncalibrated';
  n: number;
  missing: number;
}

/** Error that nobody minds, be it ever so certain. */
const leastLimit = 0.01;

/** The bin of every row by its score: right ends belong to the bin, 0 to the first (Guo 2017). */
function equalWidth(scores: Float64Array, bins: number): Int32Array {
  return Int32Array.from(scores, (score) => {
    // The product may be rounded over an edge.
    const near = Math.min(bins - 1, Math.max(0, Math.ceil(score * bins) - 1));
    return near > 0 && score <= near / bins ? near - 1 : near;
  });
}

/** The bin of every row by its rank; equal scores go by their middle rank. */
function equalMass(scores: Float64Array, bins: number): Int32Array {
  const order = Array.from(scores, (_, i) => i).sort((i, j) => (scores[i] ?? NaN) - (scores[j] ?? NaN));
  const bin = new Int32Array(scores.length);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && scores[order[end] ?? 0] === scores[order[start] ?? 0]) {
      end += 1;
    }
    const middle = Math.floor((start + end - 1) / 2);
    for (const row of order.slice(start, end)) {
      bin[row] = Math.floor((middle * bins) / order.length);
    }
    start = end;
  }
  return bin;
}

/** ECE, and its mean and variance where every label is drawn with the probability that its score says. */
function calibrationError({ scores, labels, n }: BinaryRows, bin: Int32Array, bins: number) {
  const gaps = new Float64Array(bins);
  const variances = new Float64Array(bins);
  for (let i = 0; i < n; i++) {
    const [score, at] = [scores[i] ?? NaN, bin[i] ?? 0];
    gaps[at] = (gaps[at] ?? 0) + score - (labels[i] ?? NaN);
    variances[at] = (variances[at] ?? 0) + score * (1 - score);
  }
  let [ece, mean, variance] = [0, 0, 0];
  for (let at = 0; at < bins; at++) {
    ece += Math.abs(gaps[at] ?? 0) / n;
    // A gap is about normal: its absolute value has mean √(2/π) sd and variance (1 − 2/π) sd².
    mean += Math.sqrt((2 / Math.PI) * (variances[at] ?? 0)) / n;
    variance += ((1 - 2 / Math.PI) * (variances[at] ?? 0)) / (n * n);
  }
  return { ece, mean, variance };
}

/**
 * Expected calibration error Σ (rows of the bin / n) · |mean score − share of positives|; 0 … 1, low is good. Naeini,
 * Cooper & Hauskrecht 2015; Guo et al. 2017 (equal width). And the Brier score. Never 0 by chance: the limit is the mean
 * plus three standard deviations of what calibrated scores of the same n give, at least 0.01.
 */
export function expectedCalibrationError(
  columns: BinaryColumns,
  options: CalibrationOptions = {},
  side: Side = 'reference'
): Calibration | DriftError {
  const { binning = 'equal-width', bins = defaultBins, maxEce } = options;
  const rows =
    optionProblem([
      ['bins', bins, 1, mostBins, 'whole'],
      ['maxEce', maxEce ?? 0, 0, 1],
    ]) ?? binaryRows(columns, ['scores', 'labels'], side);
  if (isDriftError(rows)) {
    return rows;
  }
  const bin = binning === 'equal-width' ? equalWidth(rows.scores, bins) : equalMass(rows.scores, bins);
  const { ece, mean, variance } = calibrationError(rows, bin, bins);
  const chance = mean + 3 * Math.sqrt(variance);
  const limit =
    maxEce !== undefined
      ? { value: maxEce, origin: 'given error' }
      : chance > leastLimit
        ? { value: chance, origin: `chance at n = ${formatCount(rows.n)}` }
        : { value: leastLimit, origin: 'least error that counts' };
  let squares = 0;
  rows.scores.forEach((score, i) => (squares += (score - (rows.labels[i] ?? NaN)) ** 2));
  return {
    ece,
    brier: squares / rows.n,
    limit,
    state: ece > limit.value ? 'uncalibrated' : 'calibrated',
    n: rows.n,
    missing: rows.missing,
  };
}
