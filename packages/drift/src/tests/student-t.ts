import type { Moments } from '../samples/moments.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { meanDifference } from './mean-difference.ts';
import type { Description } from '../description.ts';

export const studentTDescription: Description = {
  title: 'Student’s t',
  says: 'the difference of the means in standard errors from the pooled variance, reference minus current',
  formula: 't = (mean p − mean q) / (s √(1/n + 1/m)), s² = ((n − 1) s²(p) + (m − 1) s²(q)) / (n + m − 2)',
  range: [-Infinity, Infinity],
  direction: 'two-sided',
  takes: ['numbers'],
  needs: '2 rows a side',
  pValue: 'two-sided, Student’s t law, n + m − 2 degrees of freedom',
  growsWithRows: true,
  source: 'scipy.stats.ttest_ind',
  options: [],
};

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
