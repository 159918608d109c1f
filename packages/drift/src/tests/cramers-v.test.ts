import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { cramersVs } from '../testing/cell-tables.ts';
import { expectClose } from '../testing/close.ts';
import { countSide, resultOf } from '../testing/count-sides.ts';
import { seededSample } from '../testing/seeded-sample.ts';
import type { CramersVOptions } from './cramers-v.ts';

const v = (a: string | readonly number[], b: string | readonly number[], options: CramersVOptions = {}) =>
  resultOf(compare('cramers-v', countSide(a), countSide(b), options));

test.each(cramersVs)(
  'agrees with scipy 1.17.1 and Bergsma 2013 by hand: %s v %s',
  (...[a, b, plain, p, corrected, asDeepchecks]) => {
    expectClose(v(a, b).value, plain);
    expectClose(v(a, b).pValue, p);
    expectClose(v(a, b, { correction: 'bergsma' }).value, corrected);
    expectClose(v(a, b, { correction: 'bergsma', yates: true, equalRows: true }).value, asDeepchecks);
  }
);

describe('laws', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 });
  test('0 … 1, the same from the other side, does not grow with the rows, and the correction only takes off', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        fc.pre(totalOf(a) > 0 && totalOf(b) > 0 && totalOf(a) + totalOf(b) > 8);
        const { value } = v(a, b);
        const tenfold = (x: readonly number[]) => x.map((count) => count * 10);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        expect(v(b, a).value).toBeCloseTo(value, 12);
        expect(v(tenfold(a), tenfold(b)).value).toBeCloseTo(value, 12);
        expect(v(a, b, { correction: 'bergsma' }).value).toBeLessThanOrEqual(value + 1e-12);
      })
    );
  });
  test('of samples without drift the corrected V is nearer 0 than the plain one', () => {
    let [plain, corrected] = [0, 0];
    for (let seed = 1; seed <= 200; seed++) {
      const rows = Array.from(seededSample('ties', 120, 7919 * seed), String);
      const sides = [rows.slice(0, 60), rows.slice(60)] as const;
      plain += resultOf(compare('cramers-v', ...sides)).value / 200;
      corrected += resultOf(compare('cramers-v', ...sides, { correction: 'bergsma' })).value / 200;
    }
    expect(plain).toBeGreaterThan(0.15);
    expect(corrected).toBeLessThan(0.08);
  });
  test('sides apart give 1, with the correction too', () => {
    expect(v([10, 20, 0], [0, 0, 7]).value).toBe(1);
    expectClose(v([100, 0], [0, 100], { correction: 'bergsma' }).value, 1, 1e-12);
  });
});

describe('edges', () => {
  test('one category cannot differ', () => {
    expect(v([5, 0], [7, 0])).toMatchObject({ value: 0, pValue: 1, df: 0 });
  });
  test('the correction needs more rows than categories', () => {
    expect(compare('cramers-v', ['a'], ['b'], { correction: 'bergsma' })).toMatchObject({ error: 'not defined' });
    expect(compare('cramers-v', ['a'], ['b'])).toMatchObject({ value: 1 });
  });
  test('scaling that rounds everything away is refused', () => {
    const many = countSide(new Array<number>(100).fill(3));
    expect(compare('cramers-v', many, countSide([1, 1]), { equalRows: true })).toMatchObject({ error: 'not defined' });
  });
});
