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

/** A value with a sentence that editors show beside it. */
export function said<T extends v.GenericSchema>(schema: T, sentence: string) {
  return v.pipe(schema, v.description(sentence));
}
