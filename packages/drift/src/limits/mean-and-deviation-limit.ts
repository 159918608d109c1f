import { isDriftError, notDefined } from '../errors.ts';
import { moments } from '../samples/moments.ts';
import type { DriftError, Limit } from '../types.ts';
import { formatNumber } from '../verdict/format.ts';
import { chunksInWords, referenceSeries } from './reference-series.ts';
import type { ChunkLimits } from './reference-series.ts';

/** How far from the mean the limits lie. */
export interface MeanAndDeviationOptions {
  /** Standard deviations from the mean. Default 3. */
  k?: number;
  /** Divisor of the variance: `n` (population, as NannyML) or `n-1`. Default `n`. */
  divisor?: 'n' | 'n-1';
  /** Deviations below the mean instead of `k`; false: no lower limit. */
  lower?: number | false;
  /** Deviations above the mean instead of `k`; false: no upper limit. */
  upper?: number | false;
  /** Least and greatest value that the series can have: a limit beyond is set to it. */
  clipTo?: readonly [number, number];
  /** Reference chunks needed. Default 6. */
  minimumChunks?: number;
}

function clipped({ value, origin }: Limit, [least, greatest]: readonly [number, number]): Limit {
  const within = Math.min(greatest, Math.max(least, value));
  return within === value
    ? { value, origin }
    : { value: within, origin: `${origin}, clipped to ${formatNumber(within)}` };
}

/**
 * Limits at mean ± k standard deviations of the values of reference chunks: NannyML's `StandardDeviationThreshold`
 * (k = 3, divisor n). Chunks without a value are left out and counted. Under `minimumChunks` chunks there is no limit.
 * `too few rows` then; `not defined` where a chunk has an infinite value or a multiple is negative.
 */
export function meanAndDeviationLimit(
  referenceValues: ArrayLike<number | null>,
  options: MeanAndDeviationOptions = {}
): ChunkLimits | DriftError {
  const { k = 3, divisor = 'n', lower = k, upper = k, clipTo = [-Infinity, Infinity], minimumChunks } = options;
  const series = referenceSeries(referenceValues, minimumChunks);
  if (isDriftError(series)) {
    return series;
  }
  const multiples = [lower, upper].filter((multiple) => multiple !== false);
  if (!multiples.every((multiple) => multiple >= 0 && Number.isFinite(multiple))) {
    return notDefined(
      'A limit lies 0 or more standard deviations from the mean: give such numbers, or false for none.'
    );
  }
  const { n, mean, variance } = moments(series.values);
  const squares = n > 1 ? variance * (n - 1) : 0;
  const deviation = Math.sqrt(squares / Math.max(1, divisor === 'n' ? n : n - 1));
  if (!multiples.every((multiple) => Number.isFinite(Math.abs(mean) + multiple * deviation))) {
    return notDefined('The values of the reference chunks are too large for a mean and its limits: scale them down.');
  }
  const limit = (multiple: number, sign: 1 | -1) =>
    clipped(
      {
        value: mean + sign * multiple * deviation,
        origin: `mean ${formatNumber(mean)} ${sign === 1 ? '+' : '−'} ${formatNumber(multiple)} × standard deviation ${formatNumber(deviation)} of ${chunksInWords(series)}`,
      },
      clipTo
    );
  return {
    ...(lower === false ? {} : { lower: limit(lower, -1) }),
    ...(upper === false ? {} : { upper: limit(upper, 1) }),
    n,
    missing: series.missing,
  };
}
