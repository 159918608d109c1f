import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { histogram } from '../bins/histogram.ts';
import { isDriftError } from '../errors.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import { expectClose } from '../testing/close.ts';
import { samplesOf } from '../testing/pairs.ts';
import { ksExact, ksPairs } from '../testing/scipy-tests.ts';
import { seededSample } from '../testing/seeded-sample.ts';
import { ksCritical } from './ks-critical.ts';
import { ksCriticalBy } from './ks-critical-law.ts';
import { ksExactPValue, leastCommonMultiple } from './ks-exact.ts';
import { ksPValue } from './ks-p-value.ts';

const sample = fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 40 });

function ks(reference: ArrayLike<number>, current: ArrayLike<number>) {
  const result = compare('ks', reference, current);
  if (isDriftError(result)) {
    throw new Error(result.message);
  }
  return result;
}

describe('agrees with scipy 1.17.1', () => {
  test.each(ksPairs)('ks_2samp of %s %i v %i, + %f × %f, %s', (...[shape, n, m, shift, scale, method, d, p]) => {
    const { reference, current } = samplesOf([shape, n, m, shift, scale]);
    const result = compare('ks', reference, current, { method });
    expect(result).toMatchObject({ nReference: n, nCurrent: m });
    expectClose('value' in result ? result.value : undefined, d);
    expectClose('value' in result ? result.pValue : undefined, p);
  });
  test.each(ksExact)('exact p at h = %i, %i v %i rows', (h, n, m, p) => expectClose(ksExactPValue(h, n, m), p));
});

describe('the exact p-value', () => {
  test('is a count of orders: 2 of C(6, 3) = 20 part three from three', () => {
    expectClose(ksPValue(1, 3, 3), 0.1);
  });
  test('is all orders added up, for every attainable D of 4 v 6 rows', () => {
    const counts = new Map<number, number>();
    let orders = 0;
    for (let mask = 0; mask < 1 << 10; mask++) {
      const steps = Array.from({ length: 10 }, (_, k) => (mask >> k) & 1);
      if (steps.reduce((a, b) => a + b, 0) === 4) {
        let [i, j, gap] = [0, 0, 0];
        for (const step of steps) {
          i += step;
          j += 1 - step;
          gap = Math.max(gap, Math.abs(i * 3 - j * 2));
        }
        counts.set(gap, (counts.get(gap) ?? 0) + 1);
        orders += 1;
      }
    }
    for (let h = 1; h <= 12; h++) {
      const reached = [...counts].reduce((sum, [gap, count]) => sum + (gap >= h ? count : 0), 0);
      expectClose(ksExactPValue(h, 4, 6), reached / orders, 1e-12);
    }
  });
  test('does not depend on which side is the reference', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), fc.nat(), (n, m, seed) => {
        const h = seed % (leastCommonMultiple(n, m) + 1);
        expectClose(ksExactPValue(h, n, m), ksExactPValue(h, m, n), 1e-12);
      })
    );
  });
});

describe('laws', () => {
  test('a sample does not differ from itself', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        expect(ks(rows, rows)).toMatchObject({ value: 0, pValue: 1 });
      })
    );
  });
  test('D and p are the same from the other side', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        expect(ks(a, b).value).toBe(ks(b, a).value);
        expectClose(ks(a, b).pValue, ks(b, a).pValue ?? NaN, 1e-12);
      })
    );
  });
  test('neither order of the rows nor a rising map of the values matters', () => {
    const whole = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const cube = (rows: number[]) => rows.map((x) => 3 * x ** 3 + 7);
        expect(ks(cube(a).reverse(), cube(b).reverse()).value).toBe(ks(a, b).value);
      })
    );
  });
  test('binned D never passes the raw one, and reaches it with an edge beside every value', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 }),
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (a, b, edge) => {
          const binned = (edges: number[]) => compare('ks', histogram(a, edges), histogram(b, edges));
          const coarse = binned([edge]);
          const fine = binned(Array.from({ length: 21 }, (_, i) => i + 0.5));
          const raw = ks(a, b).value;
          expect('value' in coarse && coarse.value).toBeLessThanOrEqual(raw + 1e-12);
          expectClose('value' in fine ? fine.value : NaN, raw, 1e-12);
        }
      )
    );
  });
});

describe('samples', () => {
  test('a reference sorted beforehand gives the same result and is not sorted again', () => {
    const reference = seededSample('skew', 500, 3);
    const current = seededSample('skew', 80, 4);
    const once = sortedSample(reference);
    expect(compare('ks', once, current)).toEqual(compare('ks', reference, current));
    // A marker is believed: out of order it gives another D. So nobody sorts it behind our back.
    const unsorted = { sorted: Float64Array.of(3, 1, 2), missing: 0 };
    expect(compare('ks', unsorted, [1, 2, 3])).not.toMatchObject({ value: 0 });
  });
  test('missing values are left out and counted, infinite ones keep their order', () => {
    const result = compare('ks', [1, NaN, 2, null, Infinity], [-Infinity, 1, 2]);
    expect(result).toMatchObject({ nReference: 3, nCurrent: 3, missingReference: 2, missingCurrent: 0 });
    expectClose('value' in result ? result.value : NaN, 1 / 3);
  });
  test('says where D lies', () => {
    expect(compare('ks', [1, 2, 3, 4], [3.5, 4, 5, 6])).toMatchObject({ value: 0.75, location: 3 });
  });
  test('says what is wrong', () => {
    expect(compare('ks', [NaN], [1])).toMatchObject({ error: 'no data' });
    expect(compare('ks', [1], [])).toMatchObject({ error: 'no data' });
    expect(compare('ks', ['a', 'b'], [1])).toMatchObject({ error: 'not numeric' });
    expect(compare('ks', histogram([1], [0, 2]), histogram([1], [0, 3]))).toMatchObject({ error: 'not defined' });
  });
});

describe('the critical D', () => {
  test('parts p < alpha from p ≥ alpha at every attainable D', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 40 }),
        fc.integer({ min: 4, max: 40 }),
        fc.double({ min: 0.001, max: 0.3, noNaN: true }),
        (n, m, alpha) => {
          const limit = ksCritical(alpha, n, m);
          const lcm = leastCommonMultiple(n, m);
          for (let h = 0; h <= lcm; h++) {
            const significant = ksPValue(h / lcm, n, m) < alpha;
            expect(isDriftError(limit) ? false : h / lcm > limit).toBe(significant);
          }
        }
      ),
      { numRuns: 40 }
    );
  });
  test('of large samples is near c(α) √(1/n + 1/m), c(5 %) = 1.3581', () => {
    const limit = ksCritical(0.05, 40_000, 60_000);
    expectClose(isDriftError(limit) ? NaN : limit, 1.3581 * Math.sqrt(1 / 40_000 + 1 / 60_000), 2e-3);
  });
  test.each(['exact', 'stephens'] as const)('by %s alone is the same', (method) => {
    for (const [n, m] of [
      [3, 3],
      [20, 31],
      [60, 80],
    ] as const) {
      expect(ksCriticalBy(method, 0.05, [n, m])).toEqual(ksCritical(0.05, n, m, method));
    }
  });
  test('is not to be had where even D = 1 is no evidence', () => {
    expect(ksCritical(0.05, 3, 3)).toMatchObject({ error: 'too few rows' });
    expect(ksCritical(0.05, 0, 3)).toMatchObject({ error: 'too few rows' });
  });
});

describe('named variants', () => {
  test('limit and Stephens are the Kolmogorov tail at their arguments', () => {
    // scipy 1.17.1: kstwobign.sf(0.1 * 10) and kstwobign.sf(0.1 * (10 + 0.12 + 0.011)) at nₑ = 100
    expectClose(ksPValue(0.1, 200, 200, 'limit'), 0.26999967167735456);
    expectClose(ksPValue(0.1, 200, 200, 'stephens'), 0.25622118507010405);
  });
});
