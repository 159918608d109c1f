import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { expectClose } from '../testing/close.ts';
import { samplesOf } from '../testing/pairs.ts';
import { jensenShannonPairs } from '../testing/scipy-tests.ts';

describe('agrees with scipy 1.17.1 (gaussian_kde or numpy.histogram, then jensenshannon)', () => {
  test.each(jensenShannonPairs)('%s %i v %i, + %f × %f, %s', (...[shape, n, m, shift, scale, method, inE, in2]) => {
    const { reference, current } = samplesOf([shape, n, m, shift, scale]);
    const natural = compare('jensen-shannon', reference, current, { method });
    const binary = compare('jensen-shannon', reference, current, { method, base: 2 });
    expectClose('value' in natural ? natural.value : undefined, inE);
    expectClose('value' in binary ? binary.value : undefined, in2);
  });
});

describe('laws', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 3, maxLength: 3 });
  const side = (of: number[]) => ({ categories: ['a', 'b', 'c'], counts: of });
  test('terms add up to the divergence, the square of the distance; both are the same from the other side', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        fc.pre(totalOf(a) > 0 && totalOf(b) > 0);
        const distance = compare('jensen-shannon', side(a), side(b));
        const divergence = compare('jensen-shannon', side(b), side(a), { statistic: 'divergence' });
        if (!('value' in distance) || !('value' in divergence)) {
          throw new Error('no value');
        }
        expect(distance.value ** 2).toBeCloseTo(divergence.value, 12);
        expect(totalOf(distance.terms ?? [])).toBeCloseTo(divergence.value, 12);
        expect(distance.value).toBeLessThanOrEqual(Math.sqrt(Math.LN2) + 1e-12);
      })
    );
  });
  test('0 for the same shares, its bound for shares apart', () => {
    expect(compare('jensen-shannon', side([1, 2, 3]), side([10, 20, 30]))).toMatchObject({ value: 0 });
    expect(compare('jensen-shannon', side([1, 0, 0]), side([0, 2, 2]), { base: 2 })).toMatchObject({ value: 1 });
  });
});

describe('says what is wrong', () => {
  test.each([
    [[1, 2], [3], 'too few rows'],
    [[1, 1], [2, 3], 'not defined'],
    [[1, Infinity], [2, 3], 'not defined'],
    [[1, 2], [NaN], 'no data'],
    [[0, 1e6], [5e5, 5e5 + 0.1], 'not defined'],
  ])('%j v %j with kernel density', (reference, current, error) => {
    expect(compare('jensen-shannon', reference, current)).toMatchObject({ error });
  });
  test('a constant is fine with a histogram', () => {
    expect(compare('jensen-shannon', [1, 1], [1], { method: 'hist' })).toMatchObject({ value: 0 });
  });
});
