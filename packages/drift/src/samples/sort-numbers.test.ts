import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededSample } from '../testing/seeded-sample.ts';
import { sortNumbers } from './sort-numbers.ts';

/** By the engine's own sort. */
function sortedByEngine(values: Float64Array): Float64Array {
  return values.slice().sort();
}

test.each(['uniform', 'ties', 'skew', 'bell'] as const)('%s rows', (shape) => {
  const rows = seededSample(shape, 20_000, 3);
  expect(sortNumbers(rows)).toEqual(sortedByEngine(rows));
});

const extremes = [-Infinity, Infinity, -Number.MAX_VALUE, Number.MAX_VALUE, Number.MIN_VALUE, 0, 1e-310, 1, 1e300];
const value = fc.oneof(
  { weight: 4, arbitrary: fc.double({ noNaN: true }).map((x) => x + 0) },
  { weight: 2, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(...extremes) }
);

test('whatever the values: infinite, tied, of any size', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 600, maxLength: 900 }), (rows) => {
      const values = Float64Array.from(rows);
      expect(sortNumbers(values)).toEqual(sortedByEngine(values));
    }),
    { numRuns: 150 }
  );
});

test.each([
  ['a constant', () => 5],
  ['one outlier', (i: number) => (i === 7 ? 1e300 : i % 977)],
  ['infinite only', (i: number) => (i % 2 === 0 ? Infinity : -Infinity)],
])('%s', (_, row) => {
  const values = Float64Array.from({ length: 5000 }, (_unused, i) => row(i));
  expect(sortNumbers(values)).toEqual(sortedByEngine(values));
});
