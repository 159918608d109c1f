import { isDriftError, notDefined } from '../errors.ts';
import { isBinned, isCategoryCounts, isSorted, isWeighted } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';
import { fitNannyml } from './nannyml-chunks.ts';
import type { DriftRule, Preset } from './preset.ts';

/** The limit from ten chunks of the reference, which must come in its own order. */
function limitFromChunks(reference: Sample): DriftRule | DriftError {
  if (isSorted(reference) || isBinned(reference) || isCategoryCounts(reference) || isWeighted(reference)) {
    return notDefined(
      'NannyML takes its limit from chunks of the reference: give its rows in their order, not sorted and not counted.'
    );
  }
  const fitted = fitNannyml(reference);
  return isDriftError(fitted) ? fitted : fitted.rule;
}

/**
 * NannyML's default, the current sample as one chunk: Jensen–Shannon distance in base 2 over bins by Doane's rule on the
 * reference, held against the reference's own ten chunks. `nannymlChunks` does many chunks at once.
 */
export const nannyml: Preset = {
  name: 'nannyml',
  title: 'NannyML',
  source: 'nannyml 0.13.1, UnivariateDriftCalculator with its default methods and thresholds',
  says: 'Jensen–Shannon distance in base 2; the limit is what ten chunks of the reference reach by themselves: mean + 3 standard deviations.',
  choose: ({ kind }) =>
    kind === 'categorical'
      ? { test: 'jensen-shannon', options: { base: 2 }, rule: limitFromChunks }
      : { test: 'jensen-shannon', options: { base: 2, rule: 'doane' }, rule: limitFromChunks },
  adjustment: 'none',
  dataSet: { by: 'none' },
};
