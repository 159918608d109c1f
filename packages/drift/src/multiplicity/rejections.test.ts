import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjust } from './adjust.ts';
import { rejections } from './rejections.ts';

describe('on the level itself', () => {
  // 0.025 · 2 = 0.05 by Bonferroni, exactly.
  const pValues = [0.025, 0.9, NaN];
  test('the papers reject, strictly nothing is', () => {
    expect(rejections(pValues, { method: 'bonferroni' })).toEqual([true, false, false]);
    expect(rejections(pValues, { method: 'bonferroni', inclusive: false })).toEqual([false, false, false]);
  });
});

test('Benjamini & Hochberg (1995), section 3.2: four of fifteen at 5 %, three by Bonferroni', () => {
  const pValues = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1.0,
  ];
  const count = (method: 'benjamini-hochberg' | 'bonferroni') => rejections(pValues, { method }).filter(Boolean).length;
  expect(count('benjamini-hochberg')).toBe(4);
  expect(count('bonferroni')).toBe(3);
});

test('Bonferroni rejects no more than Holm, Holm no more than Benjamini–Hochberg', () => {
  const p = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });
  fc.assert(
    fc.property(p, (pValues) => {
      const [bonferroni, holm, hochberg, yekutieli] = (
        ['bonferroni', 'holm', 'benjamini-hochberg', 'benjamini-yekutieli'] as const
      ).map((method) => adjust(pValues, method));
      pValues.forEach((_, i) => {
        expect(bonferroni?.[i]).toBeGreaterThanOrEqual(holm?.[i] ?? NaN);
        expect(holm?.[i]).toBeGreaterThanOrEqual(hochberg?.[i] ?? NaN);
        expect(yekutieli?.[i]).toBeGreaterThanOrEqual(hochberg?.[i] ?? NaN);
      });
    })
  );
});
