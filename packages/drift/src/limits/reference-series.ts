import { notDefined } from '../errors.ts';
import { optionProblem } from '../option-problem.ts';
import type { DriftError, Limit } from '../types.ts';

/** Limits for a series of chunk values, and what they were had from. */
export interface ChunkLimits {
  lower?: Limit;
  upper?: Limit;
  /** Reference chunks with a value. */
  n: number;
  /** Reference chunks without one, left out. */
  missing: number;
}

/** Reference chunks that a limit needs where nothing is said: NannyML's least number. */
export const defaultMinimumChunks = 6;

/** Values of the reference chunks that are there. */
export interface ReferenceSeries {
  values: Float64Array;
  missing: number;
}

/** Takes out chunks without a value (NaN, null); an error where too few are left or one is infinite. */
export function referenceSeries(
  referenceValues: ArrayLike<number | null>,
  minimumChunks = defaultMinimumChunks
): ReferenceSeries | DriftError {
  const problem = optionProblem([['minimumChunks', minimumChunks, 0, Number.MAX_VALUE]]);
  if (problem) {
    return problem;
  }
  const values = Float64Array.from(referenceValues, (value) => value ?? NaN).filter((value) => !Number.isNaN(value));
  if (values.length < Math.max(1, minimumChunks)) {
    return {
      error: 'too few rows',
      message: `${values.length} reference ${values.length === 1 ? 'chunk has' : 'chunks have'} a value, ${Math.max(1, minimumChunks)} are needed for a limit: cut the reference into more chunks, or widen its range.`,
    };
  }
  if (!values.every((value) => Number.isFinite(value))) {
    return notDefined('A reference chunk has an infinite value, so there is no limit: leave that chunk out.');
  }
  return { values, missing: referenceValues.length - values.length };
}

/** "10 reference chunks", with the ones left out. */
export function chunksInWords({ values, missing }: ReferenceSeries): string {
  return `${values.length} reference chunks${missing > 0 ? ` (${missing} without a value left out)` : ''}`;
}
