import type { Comparison } from '../types.ts';
import type { DriftRule } from './preset.ts';

/** The number a rule looks at; NaN where the test has no p-value. */
function ruledNumber(rule: DriftRule, comparison: Comparison): number {
  return rule.by === 'p-value' ? (comparison.pValue ?? NaN) : comparison.value;
}

function isPast(x: number, limit: number, { direction, inclusive = false }: DriftRule): boolean {
  const size = direction === 'two-sided' ? Math.abs(x) : x;
  return (inclusive && size === limit) || (direction === 'low' ? size < limit : size > limit);
}

/** True where a comparison counts as drift by a rule. A number that is not there is past no limit. */
export function isPastRule(rule: DriftRule, comparison: Comparison): boolean {
  return isPast(ruledNumber(rule, comparison), rule.limit, rule);
}

/** True where it is past the milder limit only. */
export function isPossibleByRule(rule: DriftRule, comparison: Comparison): boolean {
  return (
    rule.possible !== undefined &&
    !isPastRule(rule, comparison) &&
    isPast(ruledNumber(rule, comparison), rule.possible, rule)
  );
}
