import type { Sample } from '@soundcheck/drift';
import fc from 'fast-check';

/** Every text of a result that speaks of what it does not know, and every number that is none. */
export function wrongParts(part: unknown): string[] {
  if (typeof part === 'string') {
    // The library quotes broken edges and counts to whoever made them.
    return /(?<!equal ones and |the count )NaN|undefined|null|\[object|(?<!the count -?)Infinity/.test(part)
      ? [part]
      : [];
  }
  if (typeof part === 'number') {
    return Number.isFinite(part) ? [] : [String(part)];
  }
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(wrongParts) : [];
}

const number = () =>
  fc.oneof(
    { weight: 6, arbitrary: fc.double({ min: -100, max: 100, noNaN: true }) },
    { weight: 2, arbitrary: fc.integer({ min: -3, max: 3 }) },
    { weight: 1, arbitrary: fc.double() },
    { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, 1e308, -1e308, 5e-324) }
  );

/** Any rows of numbers: missing, infinite, huge, all equal, none. */
export const anyNumbers = () =>
  fc.oneof(
    fc.array(number(), { maxLength: 80 }).map((values) => Float64Array.from(values)),
    fc.tuple(number(), fc.nat(50)).map(([value, n]) => new Float64Array(n).fill(value))
  );

const count = () =>
  fc.oneof({ weight: 9, arbitrary: fc.nat(50) }, { weight: 1, arbitrary: fc.constantFrom(-1, NaN, Infinity, 0.5, 0) });

const text = () =>
  fc.oneof(fc.constantFrom('a', 'b', 'c', '', 'other', '1', '2'), fc.string({ unit: 'grapheme-ascii', maxLength: 3 }));

/** Counts in bins, mostly the same ones. */
export const anyBins = () =>
  fc
    .tuple(
      fc.constantFrom([0, 1, 2, 5], [-Infinity, 0, 10, Infinity], [-Infinity, Infinity], [3, 3, 1]),
      fc.array(count(), { minLength: 3, maxLength: 3 }),
      count()
    )
    .map(([edges, counts, missing]) => ({ edges, counts: counts.slice(0, edges.length - 1), missing }));

export const anyCategories = () =>
  fc
    .tuple(fc.array(text(), { maxLength: 20 }), fc.array(count(), { minLength: 20, maxLength: 20 }), fc.nat(5))
    .map(([categories, counts, missing]) => ({ categories, counts: counts.slice(0, categories.length), missing }));

/** Any sample that the panel may meet, and some that it may not. */
export const anySample = (): fc.Arbitrary<Sample> =>
  fc.oneof(
    { weight: 6, arbitrary: anyNumbers() },
    { weight: 2, arbitrary: anyBins() },
    { weight: 2, arbitrary: anyCategories() },
    { weight: 1, arbitrary: fc.array(fc.option(text()), { maxLength: 40 }) }
  );
