import { expect, test } from 'vitest';
import { agreementOf } from './agreement.ts';
import { spreadOf } from './statistics.ts';
import { duration, multiple, table } from './table.ts';

test('a table has columns of one width, and escapes bars', () => {
  expect(table(['job', 'time'], [['a|b', '1'], ['c']])).toBe(
    ['| job  | time |', '| ---- | ---- |', '| a\\|b | 1    |', '| c    |      |'].join('\n')
  );
});

test('a spread has the median, which lies between two where they are even', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, low: 1, high: 3 });
  expect(spreadOf([4, 1, 2, 10])).toEqual({ median: 3, low: 1, high: 10 });
});

test('durations and multiples have three digits', () => {
  expect(duration(spreadOf([0.01234]))).toBe('12.3 ms (12.3–12.3)');
  expect(duration(spreadOf([1, 34.26, 120]))).toBe('34.3 s (1.00–120)');
  expect(multiple(spreadOf([2, 3]))).toBe('2.50 × (2.00–3.00)');
});

test('answers agree within 1e-9 and in all verdicts', () => {
  expect(agreementOf({ values: [1, 0] }, { values: [1 + 1e-12, 0] })).toMatchObject({ same: true });
  expect(agreementOf({ values: [1] }, { values: [1 + 1e-8] })).toMatchObject({ same: false });
  expect(agreementOf({ values: [1], drifted: [true] }, { values: [1], drifted: [false] })).toMatchObject({
    same: false,
    otherVerdicts: 1,
  });
  expect(agreementOf({ values: [1] }, { values: [] })).toMatchObject({ same: false });
  expect(agreementOf({ values: [NaN] }, { values: [1] })).toMatchObject({ same: false });
});
