import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededSample, shifted } from '../testing/seeded-sample.ts';
import { rangeOf } from '../samples/finite.ts';
import { sortNumbers } from '../samples/sort-numbers.ts';
import { greatestGapOfSorted, greatestGapOfUnsorted } from './greatest-gap.ts';

function expectSame(a: Float64Array, b: Float64Array): void {
  const side = (values: Float64Array) => ({ values, missing: 0, range: rangeOf([values]) });
  expect(greatestGapOfUnsorted({ reference: side(a), current: side(b) })).toEqual(
    greatestGapOfSorted(sortNumbers(a), sortNumbers(b))
  );
}

test.each(['uniform', 'ties', 'skew', 'bell'] as const)('%s rows: the same gap at the same place', (shape) => {
  const rows = seededSample(shape, 30_000, 1);
  const others = seededSample(shape, 20_000, 2);
  expectSame(rows, others);
  expectSame(rows, shifted(others, 0.01, 1.01));
});

const value = fc.oneof(
  fc.double({ noNaN: true }).map((x) => x + 0),
  fc.integer({ min: -4, max: 4 }),
  fc.constantFrom(Infinity, -Infinity, Number.MAX_VALUE, -Number.MAX_VALUE)
);

test('whatever the values', () => {
  const rows = fc.array(value, { minLength: 1, maxLength: 60 }).map((list) => Float64Array.from(list));
  fc.assert(fc.property(rows, rows, expectSame), { numRuns: 300 });
});

test('one side much longer: the same gap at the same place', () => {
  const short = fc.array(value, { minLength: 1, maxLength: 5 }).map((list) => Float64Array.from(list));
  const long = fc.array(value, { minLength: 60, maxLength: 200 }).map((list) => Float64Array.from(list));
  fc.assert(fc.property(long, short, expectSame), { numRuns: 300 });
  fc.assert(fc.property(short, long, expectSame), { numRuns: 300 });
});
