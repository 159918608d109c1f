import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { rangeOf } from '../samples/finite.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import { plainCurve } from '../samples/step-curve.ts';
import { leastUnsorted } from '../samples/unsorted-pair.ts';
import { expectClose } from '../testing/close.ts';
import { seededSample, shifted } from '../testing/seeded-sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { integrateGap } from './cumulative-gap.ts';
import { areaOfUnsorted } from './unsorted-area.ts';

/** The area of sorted rows, which is held to scipy's numbers elsewhere. */
function areaOfSorted(a: Float64Array, b: Float64Array): number {
  return integrateGap({ reference: plainCurve(a.slice().sort()), current: plainCurve(b.slice().sort()) }, (gap) => gap);
}

function areaOf(a: Float64Array, b: Float64Array): number {
  return areaOfUnsorted(a, b, rangeOf([a, b]));
}

const valueOf = (result: Comparison | DriftError) => ('value' in result ? result.value : NaN);

test.each(['uniform', 'ties', 'skew', 'bell'] as const)('%s rows: the area of sorted rows', (shape) => {
  const rows = seededSample(shape, 30_000, 1);
  const others = seededSample(shape, 20_000, 2);
  for (const current of [others, shifted(others, 0.01, 1.01), shifted(others, 3), shifted(others, 0, 1e-9)]) {
    expectClose(areaOf(rows, current), areaOfSorted(rows, current));
    expectClose(areaOf(current, rows), areaOfSorted(rows, current));
  }
  // Far from 0, where a digit of the values is no digit of the distance.
  const far = (sample: Float64Array) => shifted(sample, 2 ** 30);
  expectClose(areaOf(far(rows), far(others)), areaOfSorted(far(rows), far(others)));
});

test('rows in another order have no distance', () => {
  const rows = seededSample('bell', 30_000, 1);
  expect(areaOf(rows, rows.slice().reverse())).toBe(0);
});

test('whatever the values', () => {
  const value = fc.oneof(fc.double({ min: -9, max: 9, noNaN: true }), fc.integer({ min: -4, max: 4 }));
  const rows = fc.array(value, { minLength: 1, maxLength: 60 }).map((list) => Float64Array.from(list));
  fc.assert(
    fc.property(rows, rows, fc.constantFrom(1, 1e-200, 1e200), (a, b, unit) => {
      const [p, q] = [a.map((x) => x * unit), b.map((x) => x * unit)];
      const [found, expected] = [areaOf(p, q), areaOfSorted(p, q)];
      // An area of next to nothing has the rounding of the range.
      expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 * expected + 1e-14 * unit);
    }),
    { numRuns: 100 }
  );
});

test('long unsorted rows: the same result as of sorted ones, whatever the scale', () => {
  const reference = seededSample('bell', leastUnsorted, 1);
  const current = shifted(seededSample('bell', leastUnsorted, 2), 0.1);
  reference[7] = NaN;
  const sorted = sortedSample(reference);
  for (const scale of ['none', 'reference-sd', 'range'] as const) {
    const found = compare('wasserstein', reference, current, { scale });
    const expected = compare('wasserstein', sorted, current, { scale });
    expect({ ...found, value: 0 }).toEqual({ ...expected, value: 0 });
    expectClose(valueOf(found), valueOf(expected));
  }
  const constant = new Float64Array(leastUnsorted).fill(0.1);
  expect(compare('wasserstein', constant, current, { scale: 'reference-sd' })).toMatchObject({ error: 'not defined' });
  expect(compare('wasserstein', constant, constant, { scale: 'range' })).toMatchObject({ value: 0 });
  current[3] = -Infinity;
  expect(compare('wasserstein', reference, current)).toEqual(compare('wasserstein', sorted, current));
});
