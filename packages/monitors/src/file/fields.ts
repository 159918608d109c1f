import * as v from 'valibot';
import { meant } from './nearest.ts';

/** A map with known fields and no others; an unknown one is answered with the one that was probably meant. */
export function fields<const T extends v.ObjectEntries>(entries: T) {
  return v.strictObject(entries, (issue) =>
    issue.expected === 'never'
      ? meant(String(issue.path?.at(-1)?.key ?? ''), Object.keys(entries))
      : 'write a map of fields'
  );
}
