import { quantile } from '../bins/quantile.ts';
import { isDriftError, notDefined } from '../errors.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import type { DriftError, Limit } from '../types.ts';
import { formatNumber } from '../verdict/format.ts';
import { chunksInWords, referenceSeries } from './reference-series.ts';
import type { ChunkLimits } from './reference-series.ts';

/** At which quantiles the limits lie. */
export interface QuantileLimitOptions {
  /** Share of the reference chunks below the lower limit, 0 … 1. Without it there is none. */
  lower?: number;
  /** Share of the reference chunks below the upper limit, 0 … 1. Without it there is none. */
  upper?: number;
  /** Reference chunks needed. Default 6. */
  minimumChunks?: number;
}

/**
 * Limits at quantiles (type 7) of the values of reference chunks. Chunks without a value are left out and counted.
 * Under `minimumChunks` chunks there is no limit.
 * `too few rows` then; `not defined` where a chunk has an infinite value, or no share from 0 to 1 is given.
 */
export function quantileLimit(
  referenceValues: ArrayLike<number | null>,
  { lower, upper, minimumChunks }: QuantileLimitOptions
): ChunkLimits | DriftError {
  const series = referenceSeries(referenceValues, minimumChunks);
  if (isDriftError(series)) {
    return series;
  }
  const given = [lower, upper].filter((share) => share !== undefined);
  if (given.length === 0 || !given.every((share) => share >= 0 && share <= 1)) {
    return notDefined('Quantile limits need a share from 0 to 1: give lower, upper or both.');
  }
  const sorted = sortedSample(series.values);
  const limit = (share: number): Limit => ({
    value: quantile(sorted, share),
    origin: `quantile at ${formatNumber(share)} of ${chunksInWords(series)}`,
  });
  return {
    ...(lower === undefined ? {} : { lower: limit(lower) }),
    ...(upper === undefined ? {} : { upper: limit(upper) }),
    n: series.values.length,
    missing: series.missing,
  };
}
