import { complain } from './issue.ts';
import type { Check, Failed, Issue, Location } from './issue.ts';

export const text: Check<string> = (value, loc, issues) =>
  typeof value === 'string'
    ? value
    : complain(issues, loc, value, { type: 'string_type', msg: 'Input should be a valid string' });

export interface Bounds {
  gt?: number;
  ge?: number;
  lt?: number;
  le?: number;
}

const boundRules = [
  ['gt', 'greater_than', 'greater than', (value: number, bound: number) => value > bound],
  ['ge', 'greater_than_equal', 'greater than or equal to', (value: number, bound: number) => value >= bound],
  ['lt', 'less_than', 'less than', (value: number, bound: number) => value < bound],
  ['le', 'less_than_equal', 'less than or equal to', (value: number, bound: number) => value <= bound],
] as const;

interface Bounded {
  given: unknown;
  number: number;
  bounds: Bounds;
}

function withinBounds({ given, number, bounds }: Bounded, loc: Location, issues: Issue[]): number | Failed {
  for (const [key, type, words, holds] of boundRules) {
    const bound = bounds[key];
    if (bound !== undefined && !holds(number, bound)) {
      return complain(issues, loc, given, { type, msg: `Input should be ${words} ${bound}`, ctx: { [key]: bound } });
    }
  }
  return number;
}

/** Whole numbers; numeric text and true/false count too, as in the service's lax reading. */
export function integer(bounds: Bounds = {}): Check<number> {
  return (value, loc, issues) => {
    const number = typeof value === 'boolean' ? Number(value) : value;
    if (typeof number === 'string') {
      if (!/^\s*[+-]?\d+(\.0*)?\s*$/.test(number)) {
        const msg = 'Input should be a valid integer, unable to parse string as an integer';
        return complain(issues, loc, value, { type: 'int_parsing', msg });
      }
      return withinBounds({ given: value, number: Number(number), bounds }, loc, issues);
    }
    if (typeof number !== 'number') {
      return complain(issues, loc, value, { type: 'int_type', msg: 'Input should be a valid integer' });
    }
    if (!Number.isFinite(number)) {
      return complain(issues, loc, value, { type: 'finite_number', msg: 'Input should be a finite number' });
    }
    if (!Number.isInteger(number)) {
      const msg = 'Input should be a valid integer, got a number with a fractional part';
      return complain(issues, loc, value, { type: 'int_from_float', msg });
    }
    return withinBounds({ given: value, number, bounds }, loc, issues);
  };
}

/** `nan`, `inf` and `infinity`, in any case and with a sign. */
function namedNumber(word: string): number | undefined {
  const match = /^\s*([+-]?)(nan|inf(?:inity)?)\s*$/i.exec(word);
  if (!match) return undefined;
  return match[2]?.toLowerCase() === 'nan' ? NaN : match[1] === '-' ? -Infinity : Infinity;
}

/** Numbers; numeric text and true/false count too. */
export function float(bounds: Bounds = {}): Check<number> {
  return (value, loc, issues) => {
    const number = typeof value === 'boolean' ? Number(value) : value;
    if (typeof number === 'string') {
      const parsed = namedNumber(number) ?? Number(number.trim() === '' ? NaN : number);
      if (Number.isNaN(parsed) && namedNumber(number) === undefined) {
        const msg = 'Input should be a valid number, unable to parse string as a number';
        return complain(issues, loc, value, { type: 'float_parsing', msg });
      }
      return withinBounds({ given: value, number: parsed, bounds }, loc, issues);
    }
    if (typeof number !== 'number') {
      return complain(issues, loc, value, { type: 'float_type', msg: 'Input should be a valid number' });
    }
    return withinBounds({ given: value, number, bounds }, loc, issues);
  };
}

const truths = new Map<unknown, boolean>([
  ...['true', 't', 'yes', 'y', 'on', '1'].map((word): [unknown, boolean] => [word, true]),
  ...['false', 'f', 'no', 'n', 'off', '0'].map((word): [unknown, boolean] => [word, false]),
  [1, true],
  [0, false],
  [true, true],
  [false, false],
]);

export const boolean: Check<boolean> = (value, loc, issues) => {
  const found = truths.get(typeof value === 'string' ? value.toLowerCase() : value);
  if (found !== undefined) return found;
  return typeof value === 'string' || Number.isInteger(value)
    ? complain(issues, loc, value, {
        type: 'bool_parsing',
        msg: 'Input should be a valid boolean, unable to interpret input',
      })
    : complain(issues, loc, value, { type: 'bool_type', msg: 'Input should be a valid boolean' });
};

/** `'a', 'b' or 'c'` */
function listed(words: readonly string[]): string {
  const quoted = words.map((word) => `'${word}'`);
  const last = quoted.at(-1) ?? '';
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} or ${last}` : last;
}

/** One of the given words. `type` is 'literal_error' or 'enum', after how the service declares the field. */
export function oneOf<W extends string>(words: readonly W[], type: 'literal_error' | 'enum'): Check<W> {
  return (value, loc, issues) => {
    const found = words.find((word) => word === value);
    const expected = listed(words);
    return found ?? complain(issues, loc, value, { type, msg: `Input should be ${expected}`, ctx: { expected } });
  };
}
