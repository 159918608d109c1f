import { describe, expect, test } from 'vitest';
import { expectClose } from '../testing/close.ts';
import { seededSample, shifted } from '../testing/seeded-sample.ts';
import { assess } from './assess.ts';
import { assessMany } from './assess-many.ts';

/** Rows with the given count of each category. */
function repeat(counts: Record<string, number>): string[] {
  return Object.entries(counts).flatMap(([category, count]) => new Array<string>(count).fill(category));
}

describe('the test fits the feature', () => {
  test('numbers: KS, with its critical D as limit', () => {
    const result = assess(seededSample('bell', 800, 1), shifted(seededSample('bell', 400, 2), 0.6));
    expect(result).toMatchObject({ test: 'ks', state: 'drift', basis: 'significance', nReference: 800, nCurrent: 400 });
    expect(result.limit?.origin).toBe('critical D for n = 800 v 400 at 5 %');
    expect(result.effectOverLimit).toBeGreaterThan(1);
    expect(result.psi?.value).toBeGreaterThan(result.psiLimit?.value ?? Infinity);
  });
  test('numbers of few values: χ²', () => {
    expect(assess(seededSample('ties', 300, 1), seededSample('ties', 300, 2))).toMatchObject({
      test: 'chi-square',
      state: 'no drift',
      comparison: { df: 5 },
    });
  });
  test('categories: χ², new and vanished ones named', () => {
    const result = assess(repeat({ a: 100, b: 100, gone: 20 }), repeat({ a: 50, b: 45, fresh: 15 }));
    expect(result).toMatchObject({
      test: 'chi-square',
      state: 'drift',
      newCategories: ['fresh'],
      vanishedCategories: ['gone'],
    });
    expect(result.sentence).toContain('; new: "fresh"; gone: "gone"');
  });
  test('a binned reference and raw rows: KS on the bins of the reference', () => {
    const result = assess({ edges: [0, 0.5, 1], counts: [100, 100] }, [...new Array(40).fill(0.2), 7]);
    expect(result).toMatchObject({
      test: 'ks',
      state: 'drift',
      comparison: { value: expect.closeTo(40 / 41 - 0.5, 12) },
    });
  });
  test('a single new row does not make drift: rare categories are pooled', () => {
    const result = assess(repeat({ a: 100, b: 100 }), repeat({ a: 50, b: 50, fresh: 1 }));
    expect(result).toMatchObject({ state: 'no drift', newCategories: ['fresh'] });
  });
});

describe('the sentence', () => {
  // Bins: below and above 45. Shares 21 % → 9 % and 79 % → 91 %.
  test('names the bin that moved most and its part of the PSI', () => {
    const counts = (low: number, high: number) => ({ edges: [40, 50, 60], counts: [low, high] });
    const result = assess(counts(210, 790), counts(90, 910));
    const low = (0.09 - 0.21) * Math.log(0.09 / 0.21);
    const part = low / (low + (0.91 - 0.79) * Math.log(0.91 / 0.79));
    expect(result.sentence).toBe(`drift because 40–50 fell from 21 % to 9 %: ${Math.round(part * 100)} % of the PSI`);
  });
  test('of a feature without drift gives statistic, p and n', () => {
    const result = assess(seededSample('uniform', 100, 1), seededSample('uniform', 100, 2));
    expect(result.sentence).toMatch(/^no drift: D = 0\.\d+, p = 0\.\d+, at 5 %, n = 100 v 100$/);
  });
});

describe('data that allow no verdict', () => {
  test.each([
    ['nothing on one side', [1, 2, 3], [NaN, null], 'no data'],
    ['a handful of rows', [1.5, 2.5, 3.5, 4], [4.5], 'too few rows'],
    ['categories against bins', ['a', 'b', 'a'], { edges: [0, 1, 2], counts: [3, 4] }, 'unknown scale'],
    ['text against numbers', seededSample('bell', 50, 1), ['a', 'b'], 'unknown scale'],
    [
      'only rare categories',
      Array.from({ length: 40 }, (_, i) => `a${i}`),
      Array.from({ length: 40 }, (_, i) => `b${i}`),
      'too few rows',
    ],
  ])('%s', (_, reference, current, state) => {
    expect(assess(reference, current)).toMatchObject({ state });
  });
  test('missing and infinite values are counted beside the verdict', () => {
    const reference = [...seededSample('bell', 50, 1), NaN, NaN, Infinity];
    expect(assess(reference, seededSample('bell', 50, 2))).toMatchObject({
      reference: { n: 51, missing: 2, infinite: 1 },
      current: { n: 50, missing: 0, infinite: 0 },
      comparison: { missingReference: 2 },
    });
  });
  test('the same constant on both sides is no drift', () => {
    expect(assess(new Array(40).fill(3), new Array(40).fill(3))).toMatchObject({ state: 'no drift', pValue: 1 });
  });
});

describe('many features', () => {
  const noise = Array.from({ length: 20 }, (_, i) => ({
    feature: `noise ${i}`,
    reference: seededSample('bell', 300, 101 * i + 1),
    current: seededSample('bell', 200, 977 * i + 5),
  }));
  const moved = {
    feature: 'moved',
    reference: noise[0]?.reference ?? [],
    current: shifted(seededSample('bell', 200, 9), 1),
  };
  const short = { feature: 'short', reference: [1.5, 2.5, 3.5], current: [1.5, 9] };

  test('only the moved one drifts, and the p-values are corrected over the tested ones', () => {
    const result = assessMany([...noise, moved, short]);
    expect(result).toMatchObject({ tested: 21, drifted: 1 });
    expect(result.assessments.filter(({ state }) => state === 'drift').map(({ feature }) => feature)).toEqual([
      'moved',
    ]);
    expect(result.assessments.at(-1)).toMatchObject({ feature: 'short', state: 'too few rows' });
    expectClose(result.expectedByChance, 1.05, 1e-12);
    const one = result.assessments[20];
    expectClose(one?.adjustedPValue, (one?.pValue ?? NaN) * 21, 1e-12);
  });
  test('says how many were flagged, how many chance would flag, how many drifted', () => {
    expect(assessMany([...noise, moved]).sentence).toMatch(
      /^\d of 21 flagged at 5 %, 1\.1 expected by chance; 1 drifted after correction \(holm\)$/
    );
  });
  test('a feature with a limit of its own is judged by that', () => {
    const limited = { ...moved, limit: { value: 0.99, origin: 'set by hand' } };
    const { assessments } = assessMany([limited, moved]);
    expect(assessments.map(({ state, basis }) => [state, basis])).toEqual([
      ['no drift', 'limit'],
      ['drift', 'significance'],
    ]);
    expect(assessMany([limited, moved], { limit: { value: 0, origin: 'for all' } }).drifted).toBe(1);
  });
  test('without correction every flagged one drifts', () => {
    const result = assessMany([...noise, moved], { adjustment: 'none' });
    expect(result.drifted).toBe(result.flagged);
  });
});
