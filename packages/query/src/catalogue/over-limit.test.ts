import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueEntries } from './catalogue.ts';
import { isOverLimit } from './limits.ts';
import type { Dialect } from './meaning.ts';
import { needsOwnLimit, overLimit } from './over-limit.ts';

const dialects: readonly Dialect[] = ['java', 'python'];
const meanings = catalogueEntries.flatMap((entry) =>
  dialects.flatMap((dialect) => {
    const meaning = entry[dialect]?.meaning;
    return meaning ? [{ name: `${entry.key} of ${dialect}`, meaning }] : [];
  })
);

describe('a number in units of its limit', () => {
  it.each(meanings)('$name: above 1 exactly where it is drift, whatever value and limit', ({ meaning }) => {
    const value = fc.oneof(fc.double(), fc.double({ min: -2, max: 2 }), fc.constantFrom(0, 1, -7e-16));
    const limit = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: 0, max: 2, noNaN: true }),
      fc.constant(0.05)
    );
    fc.assert(
      fc.property(value, limit, fc.boolean(), (any, limit, onLimit) => {
        const value = onLimit ? limit + (meaning.centre ?? 0) : any;
        const units = overLimit(meaning, value, limit);
        expect(units > 1).toBe(isOverLimit(meaning, value, limit));
        expect(Number.isNaN(units)).toBe(Number.isNaN(value));
      })
    );
  });

  it('has the size that its definition says', () => {
    const units = (name: string, value: number, limit: number) => {
      const found = meanings.find((one) => one.name === name);
      return found && overLimit(found.meaning, value, limit);
    };
    expect(units('ks of java', 0.01, 0.05)).toBe(5);
    expect(units('ks of java', 0.1, 0.05)).toBe(0.5);
    expect(units('ks of java', 0, 0.05)).toBe(Infinity);
    expect(units('ks of python', 0.3, 0.1)).toBeCloseTo(3, 12);
    expect(units('compare-means of python', -3.92, 1.96)).toBe(2);
    // 0.7 is 0.3 away from the 1 of a fair ratio.
    expect(units('dir of python', 0.7, 0.2)).toBeCloseTo(1.5, 12);
    expect(units('mmd of python', 0, 0)).toBe(0);
    expect(units('mmd of python', 1e-9, 0)).toBe(Infinity);
  });

  it('only means and MMD² of Python need a limit of the user', () => {
    expect(meanings.filter(({ meaning }) => needsOwnLimit(meaning)).map(({ name }) => name)).toEqual([
      'mmd of python',
      'mean of java',
      'mean of python',
    ]);
  });
});
