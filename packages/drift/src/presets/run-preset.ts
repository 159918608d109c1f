import { compare } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { countRows } from '../samples/count-rows.ts';
import { featureFacts } from './feature-facts.ts';
import { isPastRule, isPossibleByRule } from './past-rule.ts';
import type { Preset, PresetResult } from './preset.ts';

/** Rows without a value: what was prepared for the test no longer tells them. */
function missingOf(reference: Sample, current: Sample): Pick<Comparison, 'missingReference' | 'missingCurrent'> {
  return {
    missingReference: countRows(reference).missing,
    missingCurrent: countRows(current).missing,
  };
}

/**
 * What a tool says of one feature: its test, its number, its verdict. `drift` is before any correction over features,
 * see `runPresetOnFeatures`. A `DriftError` where the data allow no number, or where the tool has no test for them.
 * @param inOrder the reference with its rows in their order, where `reference` is sorted: NannyML cuts it into chunks
 */
export function runPreset(
  preset: Preset,
  reference: Sample,
  current: Sample,
  inOrder: Sample = reference
): PresetResult | DriftError {
  const choice = preset.choose(featureFacts(reference, current));
  if (isDriftError(choice)) {
    return choice;
  }
  const sides = choice.prepare ? choice.prepare(reference, current) : ([reference, current] as const);
  if (isDriftError(sides)) {
    return sides;
  }
  const rule = typeof choice.rule === 'function' ? choice.rule(inOrder) : choice.rule;
  if (isDriftError(rule)) {
    return rule;
  }
  const comparison = compare(choice.test, ...sides, choice.options);
  if (isDriftError(comparison)) {
    return comparison;
  }
  const possible = rule.possible === undefined ? {} : { possible: isPossibleByRule(rule, comparison) };
  return {
    choice,
    rule,
    comparison: choice.prepare ? { ...comparison, ...missingOf(reference, current) } : comparison,
    drift: isPastRule(rule, comparison),
    ...possible,
  };
}
