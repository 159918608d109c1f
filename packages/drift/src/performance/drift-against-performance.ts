import { notDefined } from '../errors.ts';
import type { NumericInput } from '../samples/sample.ts';
import { tPValue } from '../tests/t-p-value.ts';
import type { DriftError } from '../types.ts';
import { formatNumber, formatPValue } from '../verdict/format.ts';

/** A correlation, −1 … 1, and its two-sided p under none: t law with n − 2 degrees of freedom. */
export interface Correlation {
  value: number;
  pValue: number;
}

/** How a feature's drift goes with the change of performance, over chunks. */
export interface DriftAgainstPerformance {
  pearson: Correlation;
  spearman: Correlation;
  /** Chunks with both numbers, and those without: left out. */
  n: number;
  leftOut: number;
  /** One sentence. */
  sentence: string;
}

/** Mid-ranks: equal values share the mean of their ranks. */
function midRanks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((i, j) => (values[i] ?? NaN) - (values[j] ?? NaN));
  const ranks = new Array<number>(values.length).fill(NaN);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) {
      end += 1;
    }
    order.slice(start, end).forEach((i) => (ranks[i] = (start + end + 1) / 2));
    start = end;
  }
  return ranks;
}

/** Deviations from the mean, scaled so that the greatest is 1; undefined where all values are equal. */
function deviations(values: readonly number[]): number[] | undefined {
  if (values.every((value) => value === values[0])) {
    return undefined;
  }
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  const from = values.map((value) => value - mean);
  const greatest = Math.max(...from.map(Math.abs));
  return greatest > 0 && greatest < Infinity ? from.map((value) => value / greatest) : undefined;
}

/** Pearson's r with its p; undefined where one side is constant. */
function correlation(x: readonly number[], y: readonly number[]): Correlation | undefined {
  const [a, b] = [deviations(x), deviations(y)];
  if (!a || !b) {
    return undefined;
  }
  const product = (p: readonly number[], q: readonly number[]) =>
    p.reduce((sum, value, i) => sum + value * (q[i] ?? 0), 0);
  const r = product(a, b) / Math.sqrt(product(a, a) * product(b, b));
  const value = Math.max(-1, Math.min(1, r));
  const df = x.length - 2;
  return { value, pValue: tPValue(value * Math.sqrt(df / ((1 - value) * (1 + value))), df) };
}

/**
 * Correlation of a feature's drift with |performance − mean performance of the reference| over chunks: high where the
 * feature drifts when the model gets worse (or better). Pearson as NannyML's `CorrelationRanker`
 * (`scipy.stats.pearsonr`), and Spearman (`scipy.stats.spearmanr`), which a few extreme chunks do not decide.
 * No cause is meant. Three chunks with both numbers are needed.
 */
export function driftAgainstPerformance(
  drift: NumericInput,
  performance: NumericInput,
  referenceMean: number
): DriftAgainstPerformance | DriftError {
  if (drift.length !== performance.length) {
    return notDefined(
      `There are ${drift.length} chunks of drift and ${performance.length} of performance: both must be of the same chunks.`
    );
  }
  if (!Number.isFinite(referenceMean)) {
    return notDefined('The mean performance of the reference is no number: compute it from chunks with labels.');
  }
  const [x, y]: [number[], number[]] = [[], []];
  for (let i = 0; i < drift.length; i++) {
    const [size, change] = [drift[i] ?? NaN, Math.abs((performance[i] ?? NaN) - referenceMean)];
    if (Number.isFinite(size) && Number.isFinite(change)) {
      x.push(size);
      y.push(change);
    }
  }
  if (x.length < 3) {
    return {
      error: 'too few rows',
      message: `${x.length} ${x.length === 1 ? 'chunk has' : 'chunks have'} both drift and performance, 3 are needed: take more chunks.`,
    };
  }
  const [pearson, spearman] = [correlation(x, y), correlation(midRanks(x), midRanks(y))];
  if (!pearson || !spearman) {
    return notDefined('Drift or performance is the same in all chunks: there is nothing to correlate.');
  }
  const held = `r = ${formatNumber(pearson.value, 2)}, p = ${formatPValue(pearson.pValue)}`;
  const ranks = `ranks ${formatNumber(spearman.value, 2)}, p = ${formatPValue(spearman.pValue)}`;
  const sentence = `drift and the change of performance over ${x.length} chunks: ${held}; ${ranks}`;
  return { pearson, spearman, n: x.length, leftOut: drift.length - x.length, sentence };
}
