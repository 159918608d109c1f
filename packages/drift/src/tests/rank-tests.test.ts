import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { expectClose } from '../testing/close.ts';
import { samplesOf } from '../testing/pairs.ts';
import { mannWhitneyExact, rankPairs } from '../testing/scipy-tests.ts';
import { cramerVonMisesExactPValue } from './cramer-von-mises-exact.ts';
import { mannWhitneyExactPValue } from './mann-whitney-exact.ts';

describe('agrees with scipy 1.17.1', () => {
  test.each(rankPairs)('%s %i v %i, + %f × %f', (...[shape, n, m, shift, scale, t, tp, u, up, v]) => {
    const { reference, current } = samplesOf([shape, n, m, shift, scale]);
    const cramer = compare('cramer-von-mises', reference, current);
    // T is a difference of numbers near 4nm / 6(n + m): that many digits are lost, in scipy as here.
    expect('value' in cramer && Math.abs(cramer.value - t)).toBeLessThan(1e-9 * Math.max(1, t));
    if (!Number.isNaN(tp)) {
      expectClose('value' in cramer ? cramer.pValue : undefined, tp);
    }
    const mann = compare('mann-whitney', reference, current);
    expect(mann).toMatchObject({ value: u });
    expectClose('value' in mann ? mann.pValue : undefined, up);
    const kuiper = compare('kuiper', reference, current);
    expectClose('value' in kuiper ? kuiper.value : undefined, v, 1e-12);
  });
  test.each(mannWhitneyExact)('exact Mann–Whitney p at U = %i, %i v %i', (u, n, m, p) =>
    expectClose(mannWhitneyExactPValue(u, n, m), p)
  );
});

describe('exact p-values', () => {
  test('Mann–Whitney: the two extreme orders of C(6, 3) = 20', () => {
    expectClose(mannWhitneyExactPValue(0, 3, 3), 0.1, 1e-15);
  });
  test('Cramér–von Mises: the two extreme orders of C(6, 3) = 20', () => {
    const apart = compare('cramer-von-mises', [1, 2, 3], [4, 5, 6]);
    expect(apart).toMatchObject({ pValue: 0.1 });
    // Every order reaches the least U there is.
    expect(cramerVonMisesExactPValue(0, 3, 3)).toBe(1);
  });
});

describe('laws', () => {
  const rows = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 25 });
  test.each(['cramer-von-mises', 'mann-whitney', 'kuiper'] as const)('%s: the same p from the other side', (name) => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const [there, back] = [compare(name, a, b), compare(name, b, a)];
        if ('value' in there && 'value' in back) {
          expectClose(there.pValue, back.pValue ?? NaN, 1e-9);
        } else {
          expect(there).toEqual(back);
        }
      })
    );
  });
  test('both U add up to nm, their shares to 1', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const [there, back] = [compare('mann-whitney', a, b), compare('mann-whitney', b, a)];
        if ('value' in there && 'value' in back) {
          expect(there.value + back.value).toBe(a.length * b.length);
        }
      })
    );
  });
  test("Kuiper's V is not below KS's D", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const [v, d] = [compare('kuiper', a, b), compare('ks', a, b)];
        expect('value' in v && 'value' in d && v.value >= d.value - 1e-12).toBe(true);
      })
    );
  });
});

describe('says what is wrong', () => {
  test('the same constant on both sides has no U', () => {
    expect(compare('mann-whitney', [1, 1], [1, 1, 1])).toMatchObject({ error: 'not defined' });
  });
  test.each(['cramer-von-mises', 'mann-whitney', 'kuiper'] as const)('%s without rows, with text', (name) => {
    expect(compare(name, [1], [NaN])).toMatchObject({ error: 'no data' });
    expect(compare(name, ['a'], [1])).toMatchObject({ error: 'not numeric' });
  });
});
