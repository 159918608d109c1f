import { describe, expect, test } from 'vitest';
import { expectClose } from '../testing/close.ts';
import {
  chiSquareTails,
  cramerVonMisesTail,
  kuiperTail,
  criticalValues,
  erfcValues,
  kolmogorov,
  kstwo,
  logGammaValues,
  tTails,
} from '../testing/scipy-tails.ts';
import { chiSquareCritical, chiSquarePValue } from '../tests/chi-square-p-value.ts';
import { tCritical, tPValue } from '../tests/t-p-value.ts';
import { cramerVonMisesLimitTail } from './cramer-von-mises-limit.ts';
import { erfc, normalUpperTail } from './erfc.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { lowerIncompleteGamma, upperIncompleteGamma } from './incomplete-gamma.ts';
import { kolmogorovUpperTail } from './kolmogorov.ts';
import { kuiperUpperTail } from './kuiper-limit.ts';
import { logGamma } from './log-gamma.ts';
import { oneSampleKsUpperTail } from './one-sample-ks.ts';
import { solveTail } from './find-root.ts';
import { quickNormalUpperTail } from './quick-normal-tail.ts';

describe('tails agree with scipy 1.17.1', () => {
  test.each(erfcValues)('erfc(%f)', (x, expected) => expectClose(erfc(x), expected));
  test.each(logGammaValues)('ln Γ(%f)', (x, expected) => expectClose(logGamma(x), expected, 1e-13));
  test.each(chiSquareTails)('P(χ² ≥ %f), df %f', (x, df, expected) => expectClose(chiSquarePValue(x, df), expected));
  test.each(tTails)('P(|T| ≥ %f), df %f', (t, df, expected) => expectClose(tPValue(t, df), expected));
  test.each(kstwo)('P(D ≥ %f), one sample of %i', (d, n, expected) => {
    // scipy forms 1 − P there: its own last digits are the limit.
    expectClose(oneSampleKsUpperTail(d, n), expected);
  });
  test.each(kolmogorov)('Kolmogorov limit at %f', (x, expected) => expectClose(kolmogorovUpperTail(x), expected));
  test.each(cramerVonMisesTail)('Cramér–von Mises limit at %f (mpmath)', (x, expected) =>
    expectClose(cramerVonMisesLimitTail(x), expected)
  );
  test.each(kuiperTail)('Kuiper limit at %f (mpmath)', (x, expected) => expectClose(kuiperUpperTail(x), expected));
  test.each(criticalValues)('critical values at %f, df %i', (alpha, df, chiSquare, t) => {
    expectClose(chiSquareCritical(alpha, df), chiSquare);
    expectClose(tCritical(alpha, df), t);
  });
});

describe('ends of the range', () => {
  test('normal tail at 37 is a number above 0', () => {
    // scipy.stats.norm.sf(37) = 5.7255712225239266e-300
    expectClose(normalUpperTail(37), 5.7255712225239266e-300);
  });
  test('no argument, no value', () => {
    expect(chiSquarePValue(NaN, 3)).toBeNaN();
    expect(tPValue(1, NaN)).toBeNaN();
    expect(logGamma(0)).toBeNaN();
  });
  test('0 and ∞', () => {
    expect(chiSquarePValue(0, 3)).toBe(1);
    expect(chiSquarePValue(Infinity, 3)).toBe(0);
    expect(tPValue(-Infinity, 3)).toBe(0);
    expect(tPValue(0, 3)).toBe(1);
    expect(incompleteBeta(2, 3, [1, 0])).toBe(1);
    expect(lowerIncompleteGamma(2, 3) + upperIncompleteGamma(2, 3)).toBeCloseTo(1, 15);
  });
});

test('the quick normal tail is the normal tail', () => {
  for (let z = 0; z < 37; z += 0.05) {
    expectClose(quickNormalUpperTail(z), normalUpperTail(z), 1e-12);
  }
});

test.each([0.2, 0.05, 1e-3, 1e-12])('a tail is solved for %f in few evaluations', (alpha) => {
  let evaluations = 0;
  const tail = (x: number) => {
    evaluations += 1;
    return kolmogorovUpperTail(x);
  };
  const x = solveTail(tail, alpha, [10, 1e-12]);
  expect(evaluations).toBeLessThan(15);
  expectClose(kolmogorovUpperTail(x), alpha, 1e-9);
});
