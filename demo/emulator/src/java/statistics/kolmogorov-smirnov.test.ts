import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakTies } from './break-ties.ts';
import { ksP } from './kolmogorov-smirnov.ts';
import { exactTailAbove, limitTail } from './ks-tails.ts';
import { describeRecorded, expectRecorded } from './recorded-test.ts';

const floats = (...values: number[]) => Float64Array.from(values);
const rows = (n: number, first: number) => Float64Array.from({ length: n }, (_, row) => first + row);

describe('KS', () => {
  // D = 1 in 2 of the C(2n, n) orders, so P(D > (n − 1)/n) = 2 / C(2n, n); P(D > 1) = 0.
  it('has the p of the largest gaps of two samples of four', () => {
    expect(ksP(floats(1, 2, 3, 5), floats(4, 6, 7, 8))).toBeCloseTo(2 / 70, 14);
    expect(ksP(floats(1, 2, 3, 4), floats(5, 6, 7, 8))).toBeCloseTo(0, 14);
  });

  // The other form of Kolmogorov's law: 1 − √(2π)/t Σ exp(−(2k − 1)² π² / (8 t²)). D = t / 10 for 200 rows a side.
  it.each([0.5, 1, 1.5, 2])('has the limit law from 10,000 pairs of rows on: t = %d', (t) => {
    const waves = [1, 3, 5, 7, 9].map((odd) => Math.exp((-odd * odd * Math.PI ** 2) / (8 * t * t)));
    const below = (Math.sqrt(2 * Math.PI) / t) * waves.reduce((sum, wave) => sum + wave, 0);
    expect(ksP(rows(200, 0), rows(200, 20 * t))).toBeCloseTo(1 - below, 12);
  });

  it('gives two equal constants of 50 rows what the service does, by its broken ties', () => {
    expect(ksP(new Float64Array(50).fill(5), new Float64Array(50).fill(5))).toBeCloseTo(0.55, 2);
    expect(ksP(new Float64Array(100).fill(5), new Float64Array(100).fill(5))).toBe(1);
  });

  it('is 1 for fewer than two rows on either side', () => {
    expect(ksP(rows(20, 0), floats(99))).toBe(1);
    expect(ksP(floats(99), rows(20, 0))).toBe(1);
    expect(ksP(floats(), floats())).toBe(1);
  });

  it('takes NaN and an infinity for the largest value', () => {
    const p = ksP(floats(1, 2, 3, 4, 7), floats(2.5, 5, 8));
    expect(ksP(floats(1, 2, 3, 4, 7), floats(2.5, 5, Infinity))).toBe(p);
    expect(ksP(floats(1, 2, 3, 4, 7), floats(2.5, 5, NaN))).toBe(p);
    expect(() => ksP(floats(1, 2, Infinity), floats(3, Infinity))).toThrow(RangeError);
  });
});

/** Whole n · m · D of every order of n and m different values. */
function allGaps(n: number, m: number): number[] {
  const from = (i: number, j: number, before: number): number[] => {
    const greatest = Math.max(before, Math.abs(i * m - j * n));
    if (i === n && j === m) return [greatest];
    return [...(i < n ? from(i + 1, j, greatest) : []), ...(j < m ? from(i, j + 1, greatest) : [])];
  };
  return from(0, 0, 0);
}

it('counts in the exact tail the orders with a greater gap', () => {
  const size = fc.integer({ min: 2, max: 6 });
  fc.assert(
    fc.property(size, size, fc.nat(36), (n, m, gap) => {
      const gaps = allGaps(n, m);
      expect(exactTailAbove(gap, n, m)).toBeCloseTo(gaps.filter((one) => one > gap).length / gaps.length, 13);
    })
  );
});

it('has a limit tail between 0 and 1 that falls with D', () => {
  const tails = Array.from({ length: 101 }, (_, step) => limitTail(step / 100, 300, 400));
  expect(tails[0]).toBe(1);
  expect(tails[100]).toBe(0);
  tails.slice(1).forEach((tail, at) => expect(tail).toBeLessThanOrEqual((tails[at] ?? NaN) + 1e-15));
});

it('breaks ties without changing the order of different values', () => {
  const sample = fc
    .array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 12 })
    .map((all) => floats(...all));
  fc.assert(
    fc.property(sample, sample, (x, y) => {
      const [before, after] = [[...x, ...y], breakTies(x, y).flatMap((part) => [...part])];
      expect(new Set(after).size).toBe(before.length);
      before.forEach((value, at) =>
        before.forEach((other, there) => value < other && expect(after[at]).toBeLessThan(after[there] ?? NaN))
      );
    })
  );
});

describeRecorded('recorded KS tests', (recorded, run) => {
  it.each([
    ['kstest-batch-100', 'credit last 100'],
    ['kstest-batch-600', 'credit 600'],
    ['window-kstest-600', 'window 600'],
    ['window-kstest-4000', 'window 4000'],
    ['nodrift-kstest', 'no drift'],
    ['null-huge-kstest', 'huge'],
    ['one-current-kstest', 'one row'],
    ['types-kstest', 'types'],
  ])('%s', (exchange, name) => {
    expectRecorded(recorded.namedValues(exchange), run(name), ksP);
  });
});
