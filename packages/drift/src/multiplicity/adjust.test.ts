import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClose } from '../testing/close.ts';
import { adjustments } from '../testing/scipy-tests.ts';
import { adjust } from './adjust.ts';
import type { Adjustment } from './adjust.ts';

const numbers = (text: string) => text.split(' ').map(Number);

describe('agrees with scipy 1.17.1 and statsmodels 0.15.0', () => {
  test.each(adjustments)('%s', (method, p, expected) => {
    const adjusted = adjust(numbers(p), method);
    numbers(expected).forEach((value, i) => expectClose(adjusted[i], value, 1e-12));
  });
});

describe('laws', () => {
  const methods = ['holm', 'bonferroni', 'benjamini-hochberg', 'benjamini-yekutieli', 'none'] as const;
  const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });
  test.each<[Adjustment]>(methods.map((method) => [method]))('%s keeps the order, and makes no p smaller', (method) => {
    fc.assert(
      fc.property(pValues, (p) => {
        const adjusted = adjust(p, method);
        p.forEach((a, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(a);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          p.forEach((b, j) => {
            if (a < b) {
              expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? NaN);
            }
          });
        });
      })
    );
  });
  test('Holm flags whatever Bonferroni flags', () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const bonferroni = adjust(p, 'bonferroni');
        adjust(p, 'holm').forEach((value, i) => expect(value).toBeLessThanOrEqual(bonferroni[i] ?? NaN));
      })
    );
  });
  test('a missing p stays missing and is no test', () => {
    expect(Array.from(adjust([0.01, NaN, 0.04], 'bonferroni'))).toEqual([0.02, NaN, 0.08]);
  });
});
