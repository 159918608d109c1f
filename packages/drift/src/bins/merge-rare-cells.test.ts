import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { totalOf } from '../samples/aligned-bins.ts';
import { mergeRareCategories, otherCategory } from './merge-rare-cells.ts';

function cells(reference: number[], current: number[]) {
  return {
    categories: reference.map((_, i) => `c${i}`),
    reference: Float64Array.from(reference),
    current: Float64Array.from(current),
    missingReference: 0,
    missingCurrent: 0,
  };
}

describe('rare categories', () => {
  test('are pooled, and the next rarest with them while the pool is rare itself', () => {
    // Expected on the smaller side (100 rows): 1.5, 2, 6.5, 90. The pool of two expects 3.5, so the third joins.
    const merged = mergeRareCategories(cells([2, 2, 6, 90], [1, 2, 7, 90]), 5);
    expect(merged.categories).toEqual(['c3', otherCategory]);
    expect(Array.from(merged.reference)).toEqual([90, 10]);
    expect(Array.from(merged.current)).toEqual([90, 10]);
  });
  test('none of which is rare stay as they are', () => {
    const common = cells([50, 50], [40, 60]);
    expect(mergeRareCategories(common, 5)).toBe(common);
  });
  test('are pooled without the cell of missing rows, which stays the last', () => {
    const withMissing = { ...cells([2, 2, 90, 1], [1, 2, 90, 0]), missingCell: 3 };
    const merged = mergeRareCategories({ ...withMissing, categories: ['a', 'b', 'c', 'missing'] }, 1.5);
    expect(merged).toMatchObject({ categories: ['c', otherCategory, 'missing'], missingCell: 2 });
    expect([Array.from(merged.reference), Array.from(merged.current)]).toEqual([
      [90, 4, 1],
      [90, 3, 0],
    ]);
  });
  test('leave no rare category beside another, and lose no row', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(counts, counts, (reference, current) => {
        const [n, m] = [totalOf(reference), totalOf(current)];
        fc.pre(n > 0 && m > 0);
        const merged = mergeRareCategories(cells(reference, current), 5);
        expect([totalOf(merged.reference), totalOf(merged.current)]).toEqual([n, m]);
        const expected = merged.reference.map(
          (count, i) => ((count + (merged.current[i] ?? 0)) / (n + m)) * Math.min(n, m)
        );
        expect(merged.reference.length === 1 || Math.min(...expected) >= 5 - 1e-9).toBe(true);
      })
    );
  });
});
