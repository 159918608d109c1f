import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDriftError } from '../errors.ts';
import type { DriftError } from '../types.ts';
import { expectClose } from '../testing/close.ts';
import { calibrated, correlations, estimated, realised } from '../testing/performance-tables.ts';
import { seededSample } from '../testing/seeded-sample.ts';
import type { Shape } from '../testing/seeded-sample.ts';
import { expectedCalibrationError } from './calibration.ts';
import { driftAgainstPerformance } from './drift-against-performance.ts';
import { driftImpact } from './drift-impact.ts';
import { estimatePerformance } from './estimated-performance.ts';
import { realisedPerformance } from './realised-performance.ts';
import { rocAuc } from './roc-auc.ts';

function value<T>(result: T | DriftError): T {
  if (isDriftError(result)) {
    throw new Error(result.message);
  }
  return result;
}

/** The rows of `classifier` in reference/monitor_tables.py. */
function classifier([n, seed, shape, ties]: readonly [number, number, Shape, boolean]) {
  const scores = seededSample(shape, n, seed).map((s) => (ties ? Math.round(s * 20) / 20 : s));
  const draws = seededSample('uniform', n, seed + 1);
  return {
    scores,
    predictions: scores.map((s) => (s >= 0.4 ? 1 : 0)),
    labels: scores.map((s, i) => ((draws[i] ?? NaN) < s ? 1 : 0)),
  };
}

const names = ['accuracy', 'precision', 'recall', 'f1', 'specificity', 'rocAuc'] as const;

describe('agrees with NannyML 0.13.1 and scikit-learn', () => {
  test.each(estimated)(
    'expected: %i rows, seed %i, %s, ties %s',
    (...[n, seed, shape, ties, metrics, area, errors]) => {
      const estimate = value(estimatePerformance(classifier([n, seed, shape, ties])));
      names.forEach((name, i) => expectClose(estimate.metrics[name], metrics[i] ?? NaN));
      names.slice(0, 5).forEach((name, i) => expectClose(estimate.standardErrors[name], errors[i] ?? NaN));
      expectClose(estimate.metrics.rocAuc, area, 1e-7);
    }
  );
  test.each(realised)('realised: %i rows, seed %i, %s, ties %s', (...[n, seed, shape, ties, counts, metrics]) => {
    const found = value(realisedPerformance(classifier([n, seed, shape, ties])));
    expect(Object.values(found.confusion)).toEqual(counts);
    names.forEach((name, i) => expectClose(found.metrics[name], metrics[i] ?? NaN));
  });
  test.each(calibrated)(
    'calibration: %i rows, seed %i, %s, ties %s',
    (...[n, seed, shape, ties, width, mass, brier]) => {
      const rows = classifier([n, seed, shape, ties]);
      const byWidth = value(expectedCalibrationError(rows));
      expectClose(byWidth.ece, width);
      expectClose(byWidth.brier, brier);
      expect(byWidth.state).toBe('calibrated');
      if (mass !== null) {
        expectClose(value(expectedCalibrationError(rows, { binning: 'equal-mass' })).ece, mass);
      }
    }
  );
  test.each(correlations)('correlation over %i chunks, %s, %f', (...[n, shape, weight, ...expected]) => {
    const drift = seededSample(shape, n, 91);
    const noise = seededSample('uniform', n, 92);
    const performance = drift.map((d, i) => 0.8 - weight * d + 0.02 * ((noise[i] ?? NaN) - 0.5));
    const { pearson, spearman } = value(driftAgainstPerformance(drift, performance, 0.8));
    [pearson.value, pearson.pValue, spearman.value, spearman.pValue].forEach((found, i) =>
      // 1 − r² keeps seven digits of r near 1, in scipy as here.
      expectClose(found, expected[i] ?? NaN, i === 1 && Math.abs(pearson.value) > 0.999 ? 1e-8 : 1e-9)
    );
  });
});

describe('estimated performance', () => {
  const rows = classifier([1000, 51, 'uniform', false]);
  test('carries the calibration of the reference, and does not hide that there is none', () => {
    expect(value(estimatePerformance(rows)).state).toBe('calibration unknown');
    const good = value(estimatePerformance(rows, { reference: rows }));
    expect(good).toMatchObject({ state: 'calibrated', calibration: { n: 1000 } });
    expect(good.sentence).toBe(
      'accuracy 0.738 ± 0.013 expected of 1,000 rows; calibrated: ECE 0.029 against 0.055 (chance at n = 1,000)'
    );
    const timid = { scores: rows.scores.map((s) => 0.35 + 0.3 * s), labels: rows.labels };
    const bad = value(estimatePerformance(rows, { reference: timid }));
    expect(bad.state).toBe('uncalibrated');
    expect(bad.sentence).toMatch(/^no estimate to rely on \(accuracy .* the scores are not calibrated, ECE 0\.1\d/);
    expect(value(estimatePerformance(rows, { reference: timid, maxEce: 0.3 })).state).toBe('calibrated');
  });
  test('scatters as its standard errors say', () => {
    const { metrics, standardErrors } = value(estimatePerformance(rows));
    const runs = Array.from({ length: 200 }, (_, run) => {
      const draws = seededSample('uniform', 1000, 7919 * run + 3);
      const labels = rows.scores.map((s, i) => ((draws[i] ?? NaN) < s ? 1 : 0));
      return value(realisedPerformance({ predictions: rows.predictions, labels })).metrics;
    });
    for (const name of names.slice(0, 5)) {
      const off = runs.map((run) => ((run[name] ?? NaN) - (metrics[name] ?? NaN)) / (standardErrors[name] ?? NaN));
      const mean = off.reduce((sum, x) => sum + x / 200, 0);
      const square = off.reduce((sum, x) => sum + (x * x) / 200, 0);
      // Four standard errors of a mean and of a variance over 200 runs.
      expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(200));
      expect(Math.abs(square - 1)).toBeLessThan(4 * Math.sqrt(2 / 200));
    }
  });
  const score = fc.integer({ min: 0, max: 1000 }).map((x) => x / 1000);
  test('is the realised one where scores are certain', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1), fc.nat(1)), { minLength: 1 }), (pairs) => {
        const [scores, predictions] = [pairs.map(([s]) => s), pairs.map(([, p]) => p)];
        const sure = value(estimatePerformance({ scores, predictions }));
        expect(sure).toMatchObject(value(realisedPerformance({ scores, predictions, labels: scores })));
        expect(Object.values(sure.standardErrors).every((error) => error === 0)).toBe(true);
      })
    );
  });
  test('exchanging the classes exchanges recall and specificity and leaves accuracy and ROC AUC', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(score, fc.nat(1)), { minLength: 1, maxLength: 50 }), (pairs) => {
        const there = value(
          estimatePerformance({ scores: pairs.map(([s]) => s), predictions: pairs.map(([, p]) => p) })
        );
        const back = value(
          estimatePerformance({ scores: pairs.map(([s]) => 1 - s), predictions: pairs.map(([, p]) => 1 - p) })
        );
        const close = (a = NaN, b = NaN) => expect(Number.isNaN(a) || Math.abs(a - b) < 1e-9).toBe(true);
        close(there.metrics.accuracy, back.metrics.accuracy);
        close(there.metrics.recall, back.metrics.specificity);
        close(there.metrics.rocAuc, back.metrics.rocAuc);
        close(there.confusion.falsePositives, back.confusion.falseNegatives);
        close(there.standardErrors.recall, back.standardErrors.specificity);
        close(there.standardErrors.accuracy, back.standardErrors.accuracy);
      })
    );
  });
  test('leaves out what has no value: rows, and metrics of nothing', () => {
    const result = value(estimatePerformance({ scores: [0.2, NaN, 0.4, 0.1], predictions: [0, 1, null, 0] }));
    expect(result).toMatchObject({ n: 2, missing: 2 });
    expect(Object.keys(result.metrics)).toEqual(['accuracy', 'recall', 'f1', 'specificity', 'rocAuc']);
    expect(value(realisedPerformance({ predictions: [1], labels: [1] })).metrics).toEqual({
      accuracy: 1,
      precision: 1,
      recall: 1,
      f1: 1,
    });
  });
});

describe('ROC AUC', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.nat(1)), { minLength: 2, maxLength: 40 });
  const area = (rows: [number, number][], map = (x: number) => x) =>
    rocAuc(
      rows.map(([s]) => map(s)),
      { positive: rows.map(([, y]) => y), negative: rows.map(([, y]) => 1 - y) }
    );
  test('is the share of pairs in the right order; only the order of scores counts', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        let [right, all] = [0, 0];
        for (const [a, positive] of rows) {
          for (const [b, other] of rows) {
            if (positive === 1 && other === 0) {
              all += 1;
              right += a > b ? 1 : a === b ? 0.5 : 0;
            }
          }
        }
        expectClose(area(rows), all > 0 ? right / all : NaN, 1e-12);
        expectClose(
          area(rows, (x) => x ** 3),
          area(rows),
          1e-12
        );
        expectClose(
          area(rows, (x) => -x),
          1 - area(rows),
          1e-9
        );
      })
    );
  });
});

describe('calibration', () => {
  test('equal scores stay together, in any order of the rows', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.nat(1));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.constantFrom('equal-width', 'equal-mass'), (rows, binning) => {
        const ece = (given: [number, number][]) =>
          value(
            expectedCalibrationError(
              { scores: given.map(([s]) => s / 20), labels: given.map(([, y]) => y) },
              { binning }
            )
          ).ece;
        const there = ece(rows);
        expect(Math.abs(there - ece([...rows].reverse()))).toBeLessThan(1e-12);
        expect(there >= 0 && there <= 1).toBe(true);
      })
    );
  });
  test('calibrated scores are hardly ever called uncalibrated, shifted ones are', () => {
    const { scores } = classifier([1000, 51, 'uniform', false]);
    let [alarms, found] = [0, 0];
    for (let run = 0; run < 100; run++) {
      const draws = seededSample('uniform', 1000, 104729 * run + 11);
      const labels = (shift: number) => scores.map((s, i) => ((draws[i] ?? NaN) < s + shift ? 1 : 0));
      alarms += value(expectedCalibrationError({ scores, labels: labels(0) })).state === 'uncalibrated' ? 1 : 0;
      found += value(expectedCalibrationError({ scores, labels: labels(0.08) })).state === 'uncalibrated' ? 1 : 0;
    }
    expect(alarms).toBeLessThanOrEqual(2);
    expect(found).toBeGreaterThan(90);
  });
  test('right ends belong to the bin: 0.3 lies in (0.2, 0.3], 0 in the first', () => {
    const gap = (a: number, b: number) =>
      value(expectedCalibrationError({ scores: [a, b], labels: [0, 1] }, { maxEce: 1 })).ece;
    // Together |0.25 + 0.3 − 1| / 2, apart (0.25 + 0.7) / 2.
    expectClose(gap(0.25, 0.3), 0.225, 1e-12);
    expectClose(gap(0.25, 0.31), 0.47, 1e-12);
    expectClose(gap(0, 0.1), 0.45, 1e-12);
    expectClose(gap(0.65, 0.7), 0.175, 1e-12);
  });
});

describe('drift impact', () => {
  test('importance × drift, ranked; equal ones share the better rank', () => {
    const { impact, ranks, unknown } = value(driftImpact([0.4, 0.1, NaN, 0.2, 0.3], [0.5, 2, 1, 1, 0]));
    expect(Array.from(impact)).toEqual([0.2, 0.2, NaN, 0.2, 0]);
    expect(Array.from(ranks)).toEqual([1, 1, NaN, 1, 4]);
    expect(unknown).toBe(1);
  });
});

describe('drift against performance', () => {
  test('counts the chunks it leaves out; a perfect line is certain', () => {
    const result = value(driftAgainstPerformance([1, 2, null, 4, Infinity], [0.9, 0.8, 0.7, 0.6, 0.5], 1));
    expect(result).toMatchObject({ n: 3, leftOut: 2, spearman: { value: 1, pValue: 0 } });
    expectClose(result.pearson.value, 1, 1e-12);
  });
  test('does not hang on scale or zero of the drift', () => {
    const chunk = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(
        fc.array(chunk, { minLength: 3, maxLength: 20 }),
        fc.integer({ min: 1, max: 9 }),
        (chunks, factor) => {
          const performance = chunks.map(([, y]) => 1 - y / 100);
          const plain = driftAgainstPerformance(
            chunks.map(([x]) => x),
            performance,
            1
          );
          const other = driftAgainstPerformance(
            chunks.map(([x]) => 7 + factor * x),
            performance,
            1
          );
          expect(isDriftError(plain)).toBe(isDriftError(other));
          if (!isDriftError(plain) && !isDriftError(other)) {
            expect(Math.abs(plain.pearson.value - other.pearson.value)).toBeLessThan(1e-9);
            expect(Math.abs(plain.spearman.value - other.spearman.value)).toBeLessThan(1e-9);
          }
        }
      )
    );
  });
});

describe('refuses', () => {
  test.each([
    [estimatePerformance({ scores: [1.2], predictions: [1] }), 'row 0 has 1.2 among its scores, not a probability'],
    [estimatePerformance({ scores: [0.2], predictions: [2] }), 'row 0 has 2 among its predictions, not a class'],
    [estimatePerformance({ scores: [0.2] }), 'have no predictions'],
    [estimatePerformance({ scores: [0.2, 0.3], predictions: [1] }), '2 scores, 1 predictions'],
    [estimatePerformance({ scores: [NaN], predictions: [1] }), 'holds no value'],
    [realisedPerformance({ predictions: [0], labels: [-Infinity] }), 'has -Infinity among its labels'],
    [expectedCalibrationError({ scores: [0.1] }), 'The reference rows have no labels'],
    [driftImpact([1], [1, 2]), '1 drifts and 2 importances'],
    [driftAgainstPerformance([1, 2], [1, 2], 0), '2 chunks have both'],
    [driftAgainstPerformance([1], [1, 2], 0), '1 chunks of drift and 2'],
    [driftAgainstPerformance([1, 1, 1], [1, 2, 3], 0), 'nothing to correlate'],
    [driftAgainstPerformance([1, 2, 3], [1, 2, 3], NaN), 'mean performance'],
  ])('%o', (result, message) => {
    expect(isDriftError(result) && result.message).toContain(message);
  });
});
