import type { Moments } from '../samples/moments.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { meanDifference } from './mean-difference.ts';
import type { Description } from '../description.ts';

export const welchTDescription: Description = {
  title: 'Welch’s t',
  says: 'the difference of the means in standard errors, each side with its own variance, reference minus current',
  formula: 't = (mean p − mean q) / √(s²(p)/n + s²(q)/m), s² with divisor n − 1',
  range: [-Infinity, Infinity],
  direction: 'two-sided',
  takes: ['numbers'],
  needs: '2 rows a side',
  pValue: 'two-sided, Student’s t law, degrees of freedom of Welch & Satterthwaite',
  growsWithRows: true,
  source: 'scipy.stats.ttest_ind(equal_var=False)',
  options: [],
};

/** Degrees of freedom of Welch & Satterthwaite; 1 where both variances are 0 (scipy's choice; t is infinite then). */
function welch(p: Moments, q: Moments): { variance: number; df: number } {
  const a = p.variance / p.n;
  const b = q.variance / q.n;
  const variance = a + b;
  const [ofP, ofQ] = [a / variance, b / variance];
  return { variance, df: variance === 0 ? 1 : 1 / (ofP ** 2 / (p.n - 1) + ofQ ** 2 / (q.n - 1)) };
}

/**
 * Welch's t test, unequal variances: t = (mean of reference − mean of current) / √(s²ₚ/n + s²_q/m), two-sided p.
 * Signed: negative means that the current mean is higher. Large |t| means drift; it grows with the rows.
 * `scipy.stats.ttest_ind(reference, current, equal_var=False, nan_policy='omit')`.
 */
export function welchT(reference: Sample, current: Sample): Comparison | DriftError {
  return meanDifference(reference, current, {
    variant: "Welch's t, unequal variances, two-sided p",
    standardError: welch,
  });
}
