import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approximateKsP } from './approximate-ks.ts';
import { ksP } from './kolmogorov-smirnov.ts';
import { limitTail } from './ks-tails.ts';
import { fitSketch } from './quantile-sketch.ts';
import { at, list } from './recorded-columns.ts';
import { describeRecorded, expectClose, expectRecorded } from './recorded-test.ts';

const rows = (n: number, first: number) => Float64Array.from({ length: n }, (_, row) => first + row);
const sample = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.double({ min: 0, max: 20, noNaN: true })), {
    minLength: 1,
    maxLength: 400,
  })
  .map((all) => Float64Array.from(all));

describe('quantile sketch', () => {
  it('is the sorted sample up to 1 / epsilon rows', () => {
    const column = Float64Array.from({ length: 1000 }, (_, row) => (row * 387) % 1000);
    const summary = [...rows(1000, 0)].map((left) => ({ left, middle: 1, right: 0 }));
    expect(fitSketch(column, 0.001)).toEqual({ epsilon: 0.001, xmin: 0, xmax: 999, numx: 1000, summary });
  });

  it('knows every rank to within epsilon n', () => {
    fc.assert(
      fc.property(sample, fc.constantFrom(0.01, 0.05, 0.2), (column, epsilon) => {
        const { summary, numx, xmin, xmax } = fitSketch(column, epsilon);
        expect([xmin, xmax, numx]).toEqual([Math.min(...column), Math.max(...column), column.length]);
        let rank = 0;
        for (const { left, middle, right } of summary) {
          rank += middle;
          expect(middle + right).toBeLessThanOrEqual(Math.max(1, 2 * epsilon * column.length));
          expect(rank).toBeLessThanOrEqual(column.filter((value) => value <= left).length);
          expect(rank + right).toBeGreaterThan(column.filter((value) => value < left).length);
        }
        expect(rank).toBe(column.length);
      })
    );
  });

  it('stays small', () => {
    const column = Float64Array.from({ length: 20_000 }, (_, row) => (row * 7919) % 20_000);
    expect(fitSketch(column, 0.01).summary.length).toBeLessThan(400);
  });
});

describe('KS on sketches', () => {
  // Apart by all rows, the smallest current row still counts as one: D = 1 − 1/m.
  it.each([2, 20, 150])('misses one of %d current rows', (m) => {
    const p = approximateKsP(fitSketch(rows(200, 0), 0.001), rows(m, 1000), 0.001);
    expect(p).toBe(limitTail(1 - 1 / m, 200, m));
  });

  it('is the KS test where the sketches are samples and the largest gap is inside', () => {
    const [reference, current] = [rows(200, 0), rows(300, -20)];
    expect(approximateKsP(fitSketch(reference, 0.001), current, 0.001)).toBeCloseTo(ksP(reference, current), 12);
  });

  it('is 1 for the same rows, for equal constants and for fewer than two rows', () => {
    const fit = fitSketch(rows(300, 0), 0.001);
    expect(approximateKsP(fit, rows(300, 0), 0.001)).toBe(1);
    expect(approximateKsP(fitSketch(rows(50, 0).fill(5), 0.001), rows(50, 0).fill(5), 0.001)).toBe(1);
    expect(approximateKsP(fit, rows(1, 1000), 0.001)).toBe(1);
    expect(approximateKsP(fitSketch(rows(1, 0), 0.001), rows(9, 1000), 0.001)).toBe(1);
  });
});

describeRecorded('recorded KS tests on sketches', (recorded, run) => {
  const approximate = (reference: Float64Array, current: Float64Array) =>
    approximateKsP(fitSketch(reference, 0.001), current, 0.001);

  it.each([
    ['approxkstest-batch-100', 'credit last 100'],
    ['approxkstest-batch-600', 'credit 600'],
    ['nodrift-approxkstest', 'no drift'],
    ['const-approxkstest', 'constants'],
    ['one-current-approxkstest', 'one row'],
    ['two-current-approxkstest', 'two rows'],
    ['types-approxkstest', 'types'],
  ])('%s', (exchange, name) => {
    expectRecorded(recorded.namedValues(exchange), run(name), approximate);
  });

  it.each([
    ['window-q-metrics-600', 'window 600'],
    ['window-q-metrics-4000', 'window 4000'],
  ])('%s', (exchange, name) => {
    expectRecorded(recorded.series(exchange, 'approxkstest'), run(name), approximate);
  });

  it('lists the recorded sketches, of which the first three entries are kept', () => {
    for (const [name, listed] of Object.entries(recorded.fitting('APPROXKSTEST'))) {
      const { summary, ...ours } = fitSketch(run('credit 600').reference.get(name) ?? new Float64Array(), 0.001);
      for (const [field, value] of Object.entries(ours))
        expectClose(value, Number(at(listed, field)), `${name} ${field}`);
      expect(summary.slice(0, 3)).toEqual(list(at(listed, 'summary')));
    }
  });

  it('calls undrifted columns drifted with epsilon 0.05', () => {
    const { reference, current } = run('credit 600');
    for (const name of ['credit_inputs-2', 'credit_inputs-3']) {
      const [before, now] = [reference.get(name) ?? new Float64Array(), current.get(name) ?? new Float64Array()];
      expect(ksP(before, now)).toBeGreaterThan(0.7);
      expect(approximateKsP(fitSketch(before, 0.05), now, 0.05)).toBeLessThan(0.01);
    }
  });
});
