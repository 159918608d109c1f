import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededStreams, shuffledBySeed7, xoshiroFrom1234 } from '../testing/random-tables.ts';
import { randomFromState, seededRandom } from './seeded-random.ts';
import { shuffle } from './shuffle.ts';

describe('the generator', () => {
  test('gives the published numbers of xoshiro128**', () => {
    const random = randomFromState([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, () => random.next())).toEqual(xoshiroFrom1234);
  });
  test.each(seededStreams)('seed %i as written in Python', (seed, ...expected) => {
    const random = seededRandom(seed);
    expect([random.next(), random.next(), random.next(), random.uniform()]).toEqual(expected);
  });
  test('is even over [0, 1): χ² of 100 cells within its 1e-6 limits', () => {
    const random = seededRandom(5);
    const counts = new Float64Array(100);
    for (let i = 0; i < 100_000; i++) {
      const cell = Math.floor(random.uniform() * 100);
      counts[cell] = (counts[cell] ?? NaN) + 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeGreaterThan(44.7);
    expect(chiSquare).toBeLessThan(183.7);
  });
  test('stays below the limit', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 32 - 1 }), (seed, limit) => {
        const drawn = seededRandom(seed).below(limit);
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn < limit).toBe(true);
      })
    );
  });
});

describe('shuffle', () => {
  test('as written in Python', () => {
    expect(shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], seededRandom(7))).toEqual(shuffledBySeed7);
  });
  test('loses nothing, and the first places are those of a whole shuffle', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), fc.nat(30), (values, seed, count) => {
        const whole = shuffle([...values], seededRandom(seed));
        const part = shuffle([...values], seededRandom(seed), count);
        expect([...whole].sort()).toEqual([...values].sort());
        expect(part.slice(0, count)).toEqual(whole.slice(0, count));
      })
    );
  });
  test('every order of three is equally likely', () => {
    const random = seededRandom(11);
    const seen = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = shuffle([1, 2, 3], random).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    // 1000 each, standard deviation 29.
    expect(seen.size).toBe(6);
    expect([...seen.values()].every((count) => Math.abs(count - 1000) < 145)).toBe(true);
  });
});
