import type { Detected } from '../../service/model.ts';

/** The generations in the field that a user has to tell apart. */
export type Family = 'Java' | 'Python' | 'Python 0.30';

/** Later versions list the first always, and one of the others whenever drift is switched on; 0.30 has none of them. */
const LATER = ['/q/health', '/metrics/drift/mmd', '/metrics/drift/ksteststreaming'];
const DRIFT = '/metrics/drift/';

/** Python 0.30 states no version of its own: what it does not offer tells it. */
export function familyOf({ dialect, paths }: Pick<Detected, 'dialect' | 'paths'>): Family {
  if (dialect === 'java') {
    return 'Java';
  }
  const hasDrift = paths !== undefined && [...paths].some((path) => path.startsWith(DRIFT));
  return hasDrift && !LATER.some((path) => paths.has(path)) ? 'Python 0.30' : 'Python';
}
