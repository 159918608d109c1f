import type { Moments } from '../samples/moments.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { meanDifference } from './mean-difference.ts';

function pooled(p: Moments, q: Moments): { variance: number; df: number } {
  const df = p.n + q.n - 2;
  const variance = ((p.n - 1) * p.variance + (q.n - 1) * q.variance) / df;
  return { variance: variance * (1 / p.n + 1 / q.n), df };
}

/**
 * Student's t test with pooled variance, n + m − 2 degrees of freedom, two-sided p. Signed as `welchT`.
 * `scipy.stats.ttest_ind(reference, current, nan_policy='omit')`.
 */
export function studentT(reference: Sample, current: Sample): Comparison | DriftError {
  return meanDifference(reference, current, {
    variant: "Student's t, pooled variance, two-sided p",
    standardError: pooled,
  });
}
