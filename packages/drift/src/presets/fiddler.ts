import type { DriftRule, Preset } from './preset.ts';

/** The limits that every text on PSI repeats; they know nothing of n. */
export const psiLore: DriftRule = {
  by: 'value',
  direction: 'high',
  limit: 0.25,
  possible: 0.1,
  origin: 'lore for PSI: 0.1 moderate, 0.25 large; the tool leaves the limit to its user',
};

/** Fiddler's PSI: one row is added to every bin of both sides. Its bins are the user's; here deciles of the reference. */
export const fiddler: Preset = {
  name: 'fiddler',
  title: 'Fiddler',
  source: 'Fiddler’s documentation of its drift metrics (read, not measured)',
  says: 'PSI with one row added to every bin, so that an empty bin stays finite; the limits are lore.',
  choose: () => ({ test: 'psi', options: { emptyBins: 'add-one' }, rule: psiLore }),
  adjustment: 'none',
  dataSet: { by: 'none' },
};
