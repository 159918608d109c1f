import { isPastRule, isPossibleByRule } from '../presets/past-rule.ts';
import type { DriftRule } from '../presets/preset.ts';
import type { Comparison, Limit, State } from '../types.ts';
import { effectOverLimit, significanceOverAlpha } from './effect-over-limit.ts';
import { formatCount, formatNumber, formatPValue } from './format.ts';
import type { Judgement } from './judge.ts';

/** The limit of a rule that looks at the value. */
export function limitOfRule(rule: DriftRule): Limit | undefined {
  return rule.by === 'value' ? { value: rule.limit, origin: rule.origin } : undefined;
}

/**
 * The verdict of another tool's rule, `adjustedPValue` being p after its correction. It knows no least number of rows but
 * the tool's own, and `possible` only where the tool has a second band.
 */
export function judgeByRule(rule: DriftRule, comparison: Comparison, adjustedPValue?: number): Judgement {
  const ruled = adjustedPValue === undefined ? comparison : { ...comparison, pValue: adjustedPValue };
  const basis = rule.by === 'p-value' ? 'significance' : 'limit';
  const n = `n = ${formatCount(comparison.nReference)} v ${formatCount(comparison.nCurrent)}`;
  if (rule.by === 'p-value' && ruled.pValue === undefined) {
    return {
      state: 'unknown scale',
      basis,
      reason: `The rule (${rule.origin}) asks for a p-value, and there is none.`,
    };
  }
  const past = isPastRule(rule, ruled);
  const state: State = past ? 'drift' : isPossibleByRule(rule, ruled) ? 'possible' : 'no drift';
  const shown = rule.by === 'p-value' ? `p = ${formatPValue(ruled.pValue ?? NaN)}` : formatNumber(ruled.value);
  const effect =
    rule.by === 'p-value'
      ? significanceOverAlpha(ruled.pValue ?? NaN, rule.limit)
      : effectOverLimit(ruled.value, rule.direction, rule.limit);
  return {
    state,
    basis,
    ...(effect === undefined ? {} : { effectOverLimit: effect }),
    reason: `${shown} is ${past ? 'past' : 'within'} ${formatNumber(rule.limit)} (${rule.origin}), ${n}`,
  };
}
