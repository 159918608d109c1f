import type { Moments } from '../samples/moments.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { meanDifference } from './mean-difference.ts';
import type { Description } from '../description.ts';

export const javaMeanShiftDescription: Description = {
  title: 'Mean shift (TrustyAI Java)',
  says: 'the difference of the means in standard errors as TrustyAI’s Java service has them, reference minus current; for comparison with that service only',
  formula: 't = (mean p − mean q) / √(σ²(p)/n + σ²(q)/m), σ² with divisor n',
  range: [-Infinity, Infinity],
  direction: 'two-sided',
  takes: ['numbers'],
  needs: '2 rows a side',
  pValue: 'two-sided, Student’s t law, n + m − 2 degrees of freedom',
  growsWithRows: true,
  source: 'trustyai-explainability, Meanshift: population variances',
  options: [],
};

/** Variances with divisor n, each over its n; n + m − 2 degrees of freedom all the same. */
function populationVariances(p: Moments, q: Moments): { variance: number; df: number } {
  const over = ({ n, variance }: Moments) => (variance * (n - 1)) / n / n;
  return { variance: over(p) + over(q), df: p.n + q.n - 2 };
}

/**
 * The mean shift of TrustyAI's Java service: a t between Welch's and Student's, neither of them. Its p is what the
 * service publishes as `meanshift`. Signed as `welchT`. For comparison with that service only.
 */
export function javaMeanShift(reference: Sample, current: Sample): Comparison | DriftError {
  return meanDifference(reference, current, {
    variant: 'mean shift of TrustyAI Java: population variances, n + m − 2 degrees of freedom',
    standardError: populationVariances,
  });
}
