import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClose } from '../testing/close.ts';
import { deviationThresholds } from '../testing/nannyml-tables.ts';
import { seededSample } from '../testing/seeded-sample.ts';
import { seriesMoments } from '../testing/weights-tables.ts';
import type { DriftError } from '../types.ts';
import { constantLimit } from './constant-limit.ts';
import { meanAndDeviationLimit } from './mean-and-deviation-limit.ts';
import { quantileLimit } from './quantile-limit.ts';
import type { ChunkLimits } from './reference-series.ts';

const valuesOf = (limits: ChunkLimits | DriftError) =>
  'error' in limits ? [] : [limits.lower?.value, limits.upper?.value];

describe('mean ± k standard deviations', () => {
  test.each(deviationThresholds)(
    'of NannyML 0.13.1: n = %i, seed %i, k = %d',
    (...[n, seed, k, lower, upper, least, greatest]) => {
      const values = seededSample('uniform', n, seed);
      valuesOf(meanAndDeviationLimit(values, { k })).forEach((value, i) =>
        expectClose(value, [lower, upper][i] ?? NaN)
      );
      const clipped = meanAndDeviationLimit(values, { k, clipTo: [0, 1] });
      valuesOf(clipped).forEach((value, i) => expectClose(value, [least, greatest][i] ?? NaN));
    }
  );
  test.each(seriesMoments)('of numpy 2.4.6: %s, n = %i', (...[shape, n, mean, population, sample]) => {
    const values = seededSample(shape, n, 5);
    expectClose(valuesOf(meanAndDeviationLimit(values, { k: 1 }))[1], mean + population);
    expectClose(valuesOf(meanAndDeviationLimit(values, { k: 1, divisor: 'n-1' }))[1], mean + sample);
    const sides = meanAndDeviationLimit(values, { lower: 2, upper: false });
    expectClose(valuesOf(sides)[0], mean - 2 * population);
    expect(sides).not.toHaveProperty('upper');
  });
  test('says in words where it comes from', () => {
    const limits = meanAndDeviationLimit([1, 1, 1, 3, 3, 3, NaN, null], { clipTo: [0, 4.5] });
    expect(limits).toEqual({
      lower: {
        value: 0,
        origin: 'mean 2 − 3 × standard deviation 1 of 6 reference chunks (2 without a value left out), clipped to 0',
      },
      upper: {
        value: 4.5,
        origin: 'mean 2 + 3 × standard deviation 1 of 6 reference chunks (2 without a value left out), clipped to 4.5',
      },
      n: 6,
      missing: 2,
    });
  });
  test('of a constant is the constant', () => {
    expect(valuesOf(meanAndDeviationLimit(new Array(7).fill(0.1)))).toEqual([0.1, 0.1]);
    expect(valuesOf(meanAndDeviationLimit([5], { minimumChunks: 1, divisor: 'n-1' }))).toEqual([5, 5]);
  });
  test('is refused for a k below 0', () => {
    expect(meanAndDeviationLimit([1, 2, 3, 4, 5, 6], { k: -1 })).toMatchObject({ error: 'not defined' });
    expect(meanAndDeviationLimit([1, 2, 3, 4, 5, 6], { upper: NaN })).toMatchObject({ error: 'not defined' });
  });
});

describe('quantiles', () => {
  test.each(seriesMoments)('of numpy 2.4.6: %s, n = %i', (...[shape, n, , , , low, high]) => {
    const limits = quantileLimit(seededSample(shape, n, 5), { lower: 0.025, upper: 0.9 });
    valuesOf(limits).forEach((value, i) => expectClose(value, [low, high][i] ?? NaN, 1e-12));
  });
  test('say in words where they come from', () => {
    expect(quantileLimit([1, 2, 3, 4, 5, 6, NaN], { upper: 0.975 })).toMatchObject({
      upper: { origin: 'quantile at 0.975 of 6 reference chunks (1 without a value left out)' },
      missing: 1,
    });
    expect(quantileLimit([1, 2, 3, 4, 5, 6], { upper: 0.5 })).not.toHaveProperty('lower');
  });
  test('are refused without a share from 0 to 1', () => {
    for (const shares of [{}, { upper: 95 }, { lower: -0.1 }, { lower: NaN }]) {
      expect(quantileLimit([1, 2, 3, 4, 5, 6], shares)).toMatchObject({ error: 'not defined' });
    }
  });
});

describe('both', () => {
  test('need enough reference chunks with a value', () => {
    const short = [1, 2, 3, 4, 5, NaN];
    for (const limits of [meanAndDeviationLimit(short), quantileLimit(short, { upper: 0.9 })]) {
      expect(limits).toMatchObject({
        error: 'too few rows',
        message:
          '5 reference chunks have a value, 6 are needed for a limit: cut the reference into more chunks, or widen its range.',
      });
    }
    expect(meanAndDeviationLimit(short, { minimumChunks: 5 })).toMatchObject({ n: 5 });
    expect(meanAndDeviationLimit([], { minimumChunks: 0 })).toMatchObject({ error: 'too few rows' });
  });
  test('are refused where a reference chunk is infinite', () => {
    const infinite = [1, 2, 3, 4, 5, 6, Infinity];
    expect(meanAndDeviationLimit(infinite)).toMatchObject({ error: 'not defined' });
    expect(quantileLimit(infinite, { upper: 0.5 })).toMatchObject({ error: 'not defined' });
  });
  test('move with the values, and stand in order', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.integer({ min: -9, max: 9 }), (series, shift) => {
        for (const limitsOf of [meanAndDeviationLimit, (x: number[]) => quantileLimit(x, { lower: 0.1, upper: 0.9 })]) {
          const [lower = NaN, upper = NaN] = valuesOf(limitsOf(series));
          const moved = valuesOf(limitsOf(series.map((x) => x + shift)));
          expect(lower).toBeLessThanOrEqual(upper);
          expect(moved[0]).toBeCloseTo(lower + shift, 9);
          expect(moved[1]).toBeCloseTo(upper + shift, 9);
        }
      })
    );
  });
});

test('a constant limit has its origin; NaN and ∞ are none', () => {
  expect(constantLimit(0.1, 'service default')).toEqual({ value: 0.1, origin: 'service default' });
  expect(constantLimit(0.1)).toEqual({ value: 0.1, origin: 'given by hand' });
  expect(constantLimit(NaN)).toMatchObject({ error: 'not defined' });
  expect(constantLimit(Infinity)).toMatchObject({ error: 'not defined' });
});
