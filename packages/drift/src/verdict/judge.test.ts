import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Direction } from '../types.ts';
import { effectOverLimit, isPastLimit } from './effect-over-limit.ts';
import { judge } from './judge.ts';
import type { Evidence } from './judge.ts';

const rows = { nReference: 500, nCurrent: 5000 };
const limit = { value: 0.1, origin: 'service default' };

describe('the states', () => {
  test.each<[string, Evidence, string, string]>([
    [
      'drift by corrected p',
      { value: 0.2, direction: 'high', pValue: 1e-6, adjustedPValue: 1e-5, ...rows },
      'drift',
      'significance',
    ],
    [
      'possible: only before correction',
      { value: 0.2, direction: 'high', pValue: 0.03, adjustedPValue: 0.2, ...rows },
      'possible',
      'significance',
    ],
    [
      'no drift',
      { value: 0.2, direction: 'high', pValue: 0.3, adjustedPValue: 1, ...rows },
      'no drift',
      'significance',
    ],
    ['p = alpha is no drift', { value: 0.2, direction: 'high', pValue: 0.05, ...rows }, 'no drift', 'significance'],
    [
      'p speaks before the limit',
      { value: 0.2, direction: 'high', pValue: 0.3, limit, ...rows },
      'no drift',
      'significance',
    ],
    ['p alone is its own correction', { value: 0, direction: 'low', pValue: 0 }, 'drift', 'significance'],
    ['drift by limit', { value: 0.2, direction: 'high', limit }, 'drift', 'limit'],
    ['on the limit is within it', { value: 0.1, direction: 'high', limit }, 'no drift', 'limit'],
    ['two-sided by limit', { value: -0.2, direction: 'two-sided', limit }, 'drift', 'limit'],
    ['low by limit', { value: 0.2, direction: 'low', limit }, 'no drift', 'limit'],
    [
      'too few rows',
      { value: 0.9, direction: 'high', pValue: 1e-6, nReference: 500, nCurrent: 29 },
      'too few rows',
      'significance',
    ],
    [
      'few enough on request',
      { value: 0.9, direction: 'high', pValue: 1e-6, nReference: 500, nCurrent: 29, minimumRows: 10 },
      'drift',
      'significance',
    ],
    ['unknown scale', { value: 0.9, direction: 'high' }, 'unknown scale', 'limit'],
    ['no number', { value: null, direction: 'high', limit }, 'no data', 'limit'],
    ['no rows', { value: 0.9, direction: 'high', limit, nReference: 0, nCurrent: 3 }, 'no data', 'limit'],
    ['NaN is no number', { value: NaN, direction: 'high', limit }, 'no data', 'limit'],
  ])('%s', (_, evidence, state, basis) => {
    expect(judge(evidence)).toMatchObject({ state, basis });
  });
});

describe('the reason', () => {
  test('names limit, origin and that n is unknown', () => {
    expect(judge({ value: 0.2, direction: 'high', limit }).reason).toBe(
      '0.2 is past 0.1 (service default), by limit, n unknown'
    );
  });
  test('names both p-values and n', () => {
    expect(judge({ value: 0.2, direction: 'high', pValue: 0.03, adjustedPValue: 0.21, ...rows }).reason).toBe(
      'p = 0.03, 0.21 after correction for many tests, at 5 %, n = 500 v 5,000'
    );
  });
  test('never prints p = 0', () => {
    expect(judge({ value: 1, direction: 'high', pValue: 0, ...rows }).reason).toContain('p = under 1e-300');
  });
});

describe('effect over limit', () => {
  test('is above 1 exactly where the value is past the limit', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: 1e-6, max: 5, noNaN: true }),
        fc.constantFrom<Direction>('low', 'high', 'two-sided'),
        (value, bound, direction) => {
          const ratio = effectOverLimit(value, direction, bound);
          if (ratio !== undefined) {
            expect(ratio > 1).toBe(isPastLimit(value, direction, bound));
          }
        }
      )
    );
  });
  test.each<[number, Direction, number, number | undefined]>([
    [0.2, 'high', 0.1, 2],
    [-0.2, 'two-sided', 0.1, 2],
    [0.0025, 'low', 0.05, 2],
    [0, 'low', 0.05, Math.log(1e-300) / Math.log(0.05)],
    [2, 'low', 4, 2],
    [0.2, 'high', 0, undefined],
  ])('%f, %s, limit %f', (value, direction, bound, expected) => {
    const ratio = effectOverLimit(value, direction, bound);
    expect(ratio).toEqual(expected === undefined ? undefined : expect.closeTo(expected, 12));
  });
  test('without a limit says how far the corrected p is past alpha', () => {
    expect(judge({ value: 3, direction: 'two-sided', pValue: 0.0025, ...rows }).effectOverLimit).toBeCloseTo(2, 12);
  });
});
