import type { Detected } from '../../service/model.ts';

/** The generations in the field that a user has to tell apart. */
export type Family = 'Java' | 'Python' | 'Python 0.30';

/** 0.30 has routes of these names that answer 501; later versions have them as aliases of LATER. */
const ALIASES = ['/metrics/drift/fouriermmd', '/metrics/drift/approxkstest'];
const LATER = ['/metrics/drift/mmd', '/metrics/drift/ksteststreaming'];

/** Python 0.30 states no version of its own: what it offers, and what not, tells it. */
export function familyOf({ dialect, paths }: Pick<Detected, 'dialect' | 'paths'>): Family {
  if (dialect === 'java') {
    return 'Java';
  }
  const offers = (some: readonly string[]) => some.some((path) => paths?.has(path));
  return offers(ALIASES) && !offers(LATER) ? 'Python 0.30' : 'Python';
}
