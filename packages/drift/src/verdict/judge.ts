import type { Direction, Limit, State } from '../types.ts';
import { effectOverLimit, isPastLimit, significanceOverAlpha } from './effect-over-limit.ts';
import { formatCount, formatNumber, formatPValue, formatShare } from './format.ts';

/** What is known of one number. */
export interface Evidence {
  /** The statistic, distance or p-value that is shown. null or NaN: there is none. */
  value: number | null;
  /** Which values speak of drift. */
  direction: Direction;
  /** Two-sided p of this test alone. */
  pValue?: number | null;
  /** The p after correction for many tests. Default: `pValue`. */
  adjustedPValue?: number | null;
  /** Decides where there is no p. */
  limit?: Limit;
  /** Rows on each side, missing values excluded. */
  nReference?: number;
  nCurrent?: number;
  /** Level of significance. Default 0.05. */
  alpha?: number;
  /** Fewer rows than this on a side whose rows are known give no verdict. Default 30. */
  minimumRows?: number;
}

/** The verdict on one number. */
export interface Judgement {
  /** See `judge`. */
  state: State;
  /** Above 1 exactly where the value is past its limit; without a limit ln p / ln alpha. See `effectOverLimit`. */
  effectOverLimit?: number;
  /** What decided: p, or the limit. */
  basis: 'significance' | 'limit';
  /** Why, in words: the number, what it was held against, and n. */
  reason: string;
}

/** Level of significance where nothing else is asked for. */
export const defaultAlpha = 0.05;
/** Rows that a side needs for a verdict where nothing else is asked for. */
export const defaultMinimumRows = 30;

function isNumber(x: number | null | undefined): x is number {
  return typeof x === 'number' && !Number.isNaN(x);
}

function rowsInWords({ nReference, nCurrent }: Evidence): string {
  if (nReference === undefined && nCurrent === undefined) {
    return 'n unknown';
  }
  const side = (n: number | undefined) => (n === undefined ? 'unknown' : formatCount(n));
  return `n = ${side(nReference)} v ${side(nCurrent)}`;
}

/** No verdict for want of rows, if so. */
function judgeRows(evidence: Evidence, basis: Judgement['basis']): Judgement | undefined {
  const { nReference, nCurrent, minimumRows = defaultMinimumRows } = evidence;
  const known = [
    ['reference', nReference],
    ['current', nCurrent],
  ] as const;
  for (const [side, n] of known) {
    if (n === 0) {
      return { state: 'no data', basis, reason: `The ${side} sample holds no value.` };
    }
  }
  for (const [side, n] of known) {
    if (n !== undefined && n < minimumRows) {
      const reason = `The ${side} sample has ${formatCount(n)} rows, a verdict needs ${formatCount(minimumRows)}.`;
      return { state: 'too few rows', basis, reason };
    }
  }
  return undefined;
}

function judgeSignificance(evidence: Evidence, pValue: number): Judgement {
  const alpha = evidence.alpha ?? defaultAlpha;
  const adjusted = isNumber(evidence.adjustedPValue) ? evidence.adjustedPValue : pValue;
  const corrected = adjusted === pValue ? '' : `, ${formatPValue(adjusted)} after correction for many tests`;
  const state: State = adjusted < alpha ? 'drift' : pValue < alpha ? 'possible' : 'no drift';
  const level = formatShare(alpha);
  const reason = `p = ${formatPValue(pValue)}${corrected}, at ${level}, ${rowsInWords(evidence)}`;
  return { state, basis: 'significance', reason };
}

function judgeLimit(evidence: Evidence, value: number, limit: Limit): Judgement {
  const past = isPastLimit(value, evidence.direction, limit.value);
  const reason = `${formatNumber(value)} is ${past ? 'past' : 'within'} ${formatNumber(limit.value)} (${limit.origin}), by limit, ${rowsInWords(evidence)}`;
  return { state: past ? 'drift' : 'no drift', basis: 'limit', reason };
}

function ratio(evidence: Evidence): { effectOverLimit?: number } {
  const { value, limit, pValue, adjustedPValue, direction } = evidence;
  const p = isNumber(adjustedPValue) ? adjustedPValue : pValue;
  const past =
    limit && isNumber(value)
      ? effectOverLimit(value, direction, limit.value)
      : isNumber(p)
        ? significanceOverAlpha(p, evidence.alpha ?? defaultAlpha)
        : undefined;
  return past === undefined ? {} : { effectOverLimit: past };
}

/**
 * The verdict on one number.
 *
 * `drift`: the corrected p is under alpha; without p, the value is past its limit. `possible`: only the uncorrected p
 * is under alpha. `too few rows`: a known n is under the minimum. `unknown scale`: neither p nor limit.
 * `no data`: no number, or n = 0.
 */
export function judge(evidence: Evidence): Judgement {
  const { value, pValue, limit } = evidence;
  const basis = isNumber(pValue) ? 'significance' : 'limit';
  if (!isNumber(value) && !isNumber(pValue)) {
    return { state: 'no data', basis, reason: judgeRows(evidence, basis)?.reason ?? 'There is no number to judge.' };
  }
  const wanting = judgeRows(evidence, basis);
  if (wanting) {
    return { ...wanting, ...ratio(evidence) };
  }
  if (isNumber(pValue)) {
    return { ...judgeSignificance(evidence, pValue), ...ratio(evidence) };
  }
  if (limit && isNumber(value)) {
    return { ...judgeLimit(evidence, value, limit), ...ratio(evidence) };
  }
  return {
    state: 'unknown scale',
    basis,
    reason: 'Neither a p-value nor a limit is known for this number: set a limit to have it judged.',
  };
}
