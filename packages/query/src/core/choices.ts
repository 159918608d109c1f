import { queryError } from './io.ts';
import { asFinite, asString, optional } from './json.ts';

/** Guards for what people write by hand: queries, settings, schedules. Each says what may stand there instead. */

/** One of a few words. */
export function oneOf<T extends string>(words: readonly T[], what: string): (value: unknown, at: string) => T {
  return (value, at) => {
    const text = asString(value, at);
    const found = words.find((word) => word === text);
    if (found === undefined) {
      throw queryError(`The ${what} "${text}" is not known: choose ${words.join(', ')}.`);
    }
    return found;
  };
}

/** A level of a test. */
export function asLevel(value: unknown, at: string): number {
  const level = asFinite(value, at);
  if (!(level > 0 && level < 1)) {
    throw queryError(`The level ${level} is not possible: choose one between 0 and 1, such as 0.05.`);
  }
  return level;
}

/** A number of rows, `least` or more. */
export function asRows(value: unknown, at: string, least = 1): number {
  const rows = asFinite(value, at);
  if (!Number.isInteger(rows) || rows < least) {
    throw queryError(`${at} is ${rows} rows: it must be a whole number of ${least} or more.`);
  }
  return rows;
}

/** An empty choice in an editor is none. */
export function chosen<T>(value: unknown, at: string, decode: (value: unknown, at: string) => T): T | undefined {
  return value === '' ? undefined : optional(value, at, decode);
}
