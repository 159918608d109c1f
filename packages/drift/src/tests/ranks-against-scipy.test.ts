import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import { andersonDarlingLimitTail } from '../special-functions/anderson-darling-limit.ts';
import { cramerVonMisesLimitTail } from '../special-functions/cramer-von-mises-limit.ts';
import { expectClose } from '../testing/close.ts';
import { samplesOf } from '../testing/pairs.ts';
import {
  andersonDarlingPairs,
  andersonDarlingTail,
  andersonDarlingTied,
  cramerVonMisesExactT,
  cramerVonMisesFarTail,
  eppsSingletonPairs,
  ksConditionalPairs,
  ksConditionalSmall,
  mannWhitneyPairs,
} from '../testing/rank-tables.ts';
import type { Comparison, DriftError } from '../types.ts';

function numbers(result: Comparison | DriftError): Comparison {
  if (isDriftError(result)) {
    throw new Error(result.message);
  }
  return result;
}

describe('Anderson–Darling', () => {
  test.each(andersonDarlingPairs)(
    '%s %i v %i, + %f × %f, %s',
    (...[shape, n, m, shift, scale, variant, value, a2, p]) => {
      const { reference, current } = samplesOf([shape, n, m, shift, scale]);
      const found = numbers(compare('anderson-darling', reference, current, { variant, pValueBy: 'interpolated' }));
      expectClose(found.value, value);
      expectClose(found.pValue, p);
      expect(found.variant.includes('at most 0.001')).toBe(p === 0.001);
      expect(found.variant.includes('at least 0.25')).toBe(p === 0.25);
      expectClose(numbers(compare('anderson-darling', reference, current, { variant, statistic: 'a2' })).value, a2);
    }
  );
  test.each(andersonDarlingTail)('limit law at %f', (x, p) => expectClose(andersonDarlingLimitTail(x), p));
  test('the limit law has no tail to spare at the ends', () => {
    expect(andersonDarlingLimitTail(-1)).toBe(1);
    expect(andersonDarlingLimitTail(0.03)).toBeCloseTo(1, 14);
    expect(andersonDarlingLimitTail(NaN)).toBeNaN();
    expect(andersonDarlingLimitTail(Infinity)).toBe(0);
  });
  test.each(andersonDarlingTied)('the level with ties: %j v %j, %s', (reference, current, variant, p) => {
    const edges = Array.from({ length: reference.length + 1 }, (_, i) => i);
    const sides = [
      { edges, counts: [...reference] },
      { edges, counts: [...current] },
    ] as const;
    const found = numbers(compare('anderson-darling', ...sides, { variant }));
    // Three standard errors of the random orders, and a tenth of p for a law that is only right in the limit; with two
    // values, whose A² takes few values and whose limit is a χ² of one degree, a fifth.
    const share = reference.length > 2 ? 0.1 : 0.2;
    expect(Math.abs((found.pValue ?? NaN) - p)).toBeLessThan(share * p + 3 * Math.sqrt(p / 400_000));
  });
});

describe('Cramér–von Mises', () => {
  test.each(cramerVonMisesExactT)(
    'T of %s %i v %i, + %f × %f keeps its digits',
    (...[shape, n, m, shift, scale, t]) => {
      const { reference, current } = samplesOf([shape, n, m, shift, scale]);
      expectClose(numbers(compare('cramer-von-mises', reference, current)).value, t, 1e-12);
    }
  );
  test.each(cramerVonMisesFarTail)('limit law at %f', (x, p) => expectClose(cramerVonMisesLimitTail(x), p));
});

describe('Mann–Whitney', () => {
  test.each(mannWhitneyPairs)(
    '%s %i v %i, + %f × %f, %s, %s',
    (...[shape, n, m, shift, scale, method, alternative, u, p]) => {
      const { reference, current } = samplesOf([shape, n, m, shift, scale]);
      const found = numbers(compare('mann-whitney', reference, current, { method, alternative }));
      expect(found.value).toBe(u);
      expectClose(found.pValue, p);
    }
  );
});

describe('Epps–Singleton', () => {
  test.each(eppsSingletonPairs)('%s %i v %i, + %f × %f, t = %j', (...[shape, n, m, shift, scale, t, w, p]) => {
    const { reference, current } = samplesOf([shape, n, m, shift, scale]);
    const found = numbers(compare('epps-singleton', reference, current, { t }));
    expect(found.df).toBe(2 * t.length);
    // Six rows a side and six waves: a covariance of condition 1e8 costs digits, in scipy's number two more than here.
    const tolerance = n > 2 * t.length ? 1e-9 : 1e-8;
    expectClose(found.value, w, tolerance);
    expectClose(found.pValue, p, 10 * tolerance);
  });
});

describe('Kolmogorov–Smirnov given the ties', () => {
  test.each(ksConditionalSmall)('%j v %j, every choice of rows', (reference, current, p, midP) => {
    expectClose(numbers(compare('ks', reference, current, { method: 'conditional' })).pValue, p, 1e-12);
    expectClose(numbers(compare('ks', reference, current, { method: 'conditional', midP: true })).pValue, midP, 1e-12);
  });
  test.each(ksConditionalPairs)('%s %i v %i, + %f × %f', (...[shape, n, m, shift, scale, p, midP]) => {
    const { reference, current } = samplesOf([shape, n, m, shift, scale]);
    const found = numbers(compare('ks', reference, current, { method: 'conditional' }));
    expectClose(found.pValue, p, 1e-11);
    expect(found.variant).toBe('two-sample KS, exact p given the ties');
    expectClose(numbers(compare('ks', reference, current, { method: 'conditional', midP: true })).pValue, midP, 1e-11);
  });
});
