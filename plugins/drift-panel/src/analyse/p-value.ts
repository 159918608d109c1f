import { ksPValue, tPValue } from '@soundcheck/drift';
import type { Meaning } from '@soundcheck/query';
import type { ScoreSample } from '../read/score-series.ts';
import { isNumber, type Judged } from './judge-sample.ts';

/** The p-value behind a number: given with it, or the number itself, or worked out from D or t where n is known. */
export function pValueOf(
  sample: ScoreSample,
  { value, nReference, nCurrent }: Judged,
  meaning: Meaning | undefined
): number | undefined {
  if (isNumber(sample.pValue)) {
    return clamp(sample.pValue);
  }
  if (Number.isNaN(value) || !meaning) {
    return undefined;
  }
  if (meaning.valueIs === 'p_value') {
    return clamp(value);
  }
  if (nReference === undefined || nCurrent === undefined) {
    return undefined;
  }
  if (meaning.valueIs === 'ks_d') {
    return ksPValue(clamp(value), nReference, nCurrent);
  }
  // Welch's own degrees of freedom need both variances; n + m − 2 is their upper bound.
  return meaning.valueIs === 't' ? tPValue(value, nReference + nCurrent - 2) : undefined;
}

/** The services overstep 0..1 by rounding: Java's KS p is sometimes about −7e-16, a sketch's D may pass 1. */
function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
