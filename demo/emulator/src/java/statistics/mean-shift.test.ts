import { describe, expect, it } from 'vitest';
import { fitMeans, meanShiftP } from './mean-shift.ts';
import { at, record } from './recorded-columns.ts';
import { describeRecorded, expectClose, expectRecorded } from './recorded-test.ts';

const floats = (...values: number[]) => Float64Array.from(values);

describe('mean shift', () => {
  it('lists mean, population variance and n, and leaves max, min and sum at 0', () => {
    const listed = { mean: 3, variance: 2, standardDeviation: Math.SQRT2, n: 5, max: 0, min: 0, sum: 0 };
    expect(fitMeans(floats(1, 2, 3, 4, 5))).toEqual(listed);
  });

  // Two rows a side leave two degrees of freedom: P(|T| ≥ t) = 1 − t / √(2 + t²). Variances 1 and 1, so t = |x̄ − ȳ|.
  it.each([0.5, 1, 3, 40])('has the p of t = %d in closed form', (t) => {
    expect(meanShiftP(fitMeans(floats(0, 2)), floats(t, t + 2))).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 13);
  });

  it('has no p for twice the same constant, and 0 for two constants', () => {
    expect(meanShiftP(fitMeans(floats(5, 5, 5)), floats(5, 5))).toBeNaN();
    expect(meanShiftP(fitMeans(floats(5, 5, 5)), floats(7, 7))).toBe(0);
  });

  it('publishes exactly 0 where p is below 1e-16', () => {
    const column = Float64Array.from({ length: 100 }, (_, row) => row % 2);
    const shifted = column.map((value) => value + 1);
    expect(meanShiftP(fitMeans(column), shifted)).toBe(0);
  });

  it('is 1 for fewer than two current rows, and refuses a reference of one row', () => {
    expect(meanShiftP(fitMeans(floats(1, 2)), floats(9))).toBe(1);
    expect(meanShiftP(fitMeans(floats(1, 2)), floats())).toBe(1);
    expect(() => fitMeans(floats(1))).toThrow(RangeError);
  });
});

describeRecorded('recorded mean shifts', (recorded, run) => {
  it.each([
    ['meanshift-5-rows', 'credit 5'],
    ['meanshift-at-100-rows', 'credit first 100'],
    ['meanshift-at-200-rows', 'credit first 200'],
    ['meanshift-at-300-rows', 'credit first 300'],
    ['meanshift-batch-100', 'credit last 100'],
    ['meanshift-batch-600', 'credit 600'],
    ['db-meanshift-600', 'window 600'],
    ['window-meanshift-4000', 'window 4000'],
    ['nodrift-meanshift', 'no drift'],
    ['const-meanshift', 'constants'],
    ['null-huge-meanshift', 'huge'],
    ['one-current-meanshift', 'one row'],
    ['two-current-meanshift', 'two rows'],
    ['types-meanshift', 'types'],
  ])('%s', (exchange, name) => {
    expectRecorded(recorded.namedValues(exchange), run(name), (reference, current) =>
      meanShiftP(fitMeans(reference), current)
    );
  });

  it('takes a fit given by the caller', () => {
    const exchange = 'meanshift-own-fitting-all-columns';
    const given = record(at(recorded.request(exchange), 'fitting'));
    const { current } = run('credit 600');
    for (const [name, p] of recorded.namedValues(exchange)) {
      const [mean, variance, n] = ['mean', 'variance', 'n'].map((field) => Number(at(given[name], field)));
      const fit = { ...fitMeans(floats(1, 2)), mean: mean ?? NaN, variance: variance ?? NaN, n: n ?? NaN };
      expectClose(meanShiftP(fit, current.get(name) ?? floats()), p, name);
    }
  });

  it('lists the recorded fits', () => {
    for (const [name, listed] of Object.entries(recorded.fitting('MEANSHIFT'))) {
      const ours = fitMeans(run('credit 600').reference.get(name) ?? floats());
      expect(Object.keys(ours)).toEqual(Object.keys(record(listed)));
      for (const [field, value] of Object.entries(ours))
        expectClose(value, Number(at(listed, field)), `${name} ${field}`);
    }
  });
});
