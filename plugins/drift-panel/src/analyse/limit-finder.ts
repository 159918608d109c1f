import type { Limit } from '@soundcheck/drift';
import { limitFor, type Meaning } from '@soundcheck/query';

/** The limit of a number for its row counts, where the data brings none. */
export type LimitFinder = (
  meaning: Meaning,
  nReference: number | undefined,
  nCurrent: number | undefined
) => Limit | undefined;

/** A finder that works out each critical value once: a history asks for the same n a thousand times. */
export function limitFinder(alpha: number): LimitFinder {
  const known = new Map<string, Limit | undefined>();
  return (meaning, nReference, nCurrent) => {
    const key = `${meaning.metric}|${meaning.valueIs}|${nReference}|${nCurrent}`;
    if (!known.has(key)) {
      const n = { ...(nReference !== undefined && { nReference }), ...(nCurrent !== undefined && { nCurrent }) };
      known.set(key, limitFor(meaning, { alpha, ...n }));
    }
    return known.get(key);
  };
}

/** Limits that came with the data, one object for each value. */
export function givenLimits(limitOrigin: string | undefined): (value: number) => Limit {
  const known = new Map<number, Limit>();
  return (value) => {
    const limit = known.get(value) ?? { value, origin: limitOrigin ?? 'limit from the data' };
    known.set(value, limit);
    return limit;
  };
}
