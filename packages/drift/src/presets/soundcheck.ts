import { cellsByCategory, sidesOf } from '../bins/common-cells.ts';
import { mergeRareCategories } from '../bins/merge-rare-cells.ts';
import { isDriftError } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';
import type { DriftRule, Preset, Sides } from './preset.ts';

/** Rows that every category of a χ² test should expect (Cochran 1954). */
export const leastExpectedInCategory = 5;

/** A numeric reference of no more different values than this is compared by χ², as `assess` does. */
const fewValues = 10;

const rule: DriftRule = {
  by: 'p-value',
  direction: 'low',
  limit: 0.05,
  origin: '5 %: one false alarm in twenty features, or in twenty data sets after Holm’s correction',
};

function withRareOnesPooled(reference: Sample, current: Sample): Sides | DriftError {
  const cells = cellsByCategory(reference, current);
  if (isDriftError(cells)) {
    return cells;
  }
  const pooled = mergeRareCategories(cells, leastExpectedInCategory);
  return pooled !== cells && pooled.categories?.length === 1
    ? {
        error: 'too few rows',
        message: `Every category expects under ${leastExpectedInCategory} rows of the smaller side: widen its range.`,
      }
    : sidesOf(pooled);
}

/** The library's own choice, the one of `assess` and `assessMany`. */
export const soundcheck: Preset = {
  name: 'soundcheck',
  title: 'Soundcheck',
  source: 'this library: assess and assessMany',
  says: 'Exact p-values for numbers, rare categories pooled so that χ² holds, Holm’s correction so that many features do not cry wolf, and a sentence why.',
  choose: ({ kind, binned, distinctReference }) =>
    kind === 'categorical' || (!binned && distinctReference <= fewValues)
      ? { test: 'chi-square', options: { correction: false }, rule, prepare: withRareOnesPooled }
      : { test: 'ks', options: { method: 'given-ties' }, rule },
  adjustment: 'holm',
  dataSet: { by: 'any' },
};
