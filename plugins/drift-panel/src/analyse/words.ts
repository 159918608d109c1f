import type { Adjustment, State } from '@soundcheck/drift';

/** Marks beside a feature's name, so that a state is never told by colour alone. Most features have none. */
export const FLAGS: Record<State, string> = {
  'no data': 'no data',
  'too few rows': 'few rows',
  'no drift': '',
  possible: 'possible',
  drift: 'drift',
  'unknown scale': 'not judged',
};

/** What a correction promises, as a half sentence after the number expected by chance. */
export function promiseOf(correction: Adjustment, level: string): string {
  switch (correction) {
    case 'holm':
      return `Holm keeps the risk of any false alarm at ${level}`;
    case 'bonferroni':
      return `Bonferroni keeps the risk of any false alarm at ${level}`;
    case 'benjamini-hochberg':
      return `Benjamini-Hochberg keeps false ones to ${level} of those flagged`;
    case 'benjamini-yekutieli':
      return `Benjamini-Yekutieli keeps false ones to ${level} of those flagged`;
    case 'none':
      return 'no correction for the number of features';
  }
}
