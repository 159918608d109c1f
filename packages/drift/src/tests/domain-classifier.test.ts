import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import { expectClose } from '../testing/close.ts';
import { domainClassifierOfThree, domainClassifierPairs } from '../testing/domain-classifier-tables.ts';
import { samplesOf } from '../testing/pairs.ts';
import { seededSample } from '../testing/seeded-sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import { stratifiedFolds } from './cross-validated-auc.ts';
import { domainClassifierAuc } from './domain-classifier.ts';
import { designOf } from './domain-classifier-columns.ts';
import { fitLogistic } from './logistic-ridge.ts';

function numbers(result: Comparison | DriftError): Comparison {
  if (isDriftError(result)) {
    throw new Error(result.message);
  }
  return result;
}

describe('agrees with scikit-learn 1.7.2', () => {
  test.each(domainClassifierPairs)(
    '%s %i v %i, + %f × %f, ridge %f',
    (...[shape, n, m, shift, scale, ridge, fitted, mean, pooled]) => {
      const { reference, current } = samplesOf([shape, n, m, shift, scale]);
      const values = Float64Array.from([...reference.slice().sort(), ...current.slice().sort()]);
      const isCurrent = Uint8Array.from({ length: n + m }, (_, i) => (i < n ? 0 : 1));
      const rows = Uint32Array.from({ length: n + m }, (_, i) => i);
      const coefficients = fitLogistic({ design: designOf([{ numbers: values }], n + m), rows, isCurrent }, ridge);
      fitted.forEach((coefficient, k) => expectClose(coefficients[k], coefficient, 1e-9));
      const options = { ridge, seed: 3 };
      expectClose(numbers(compare('domain-classifier', reference, current, options)).value, mean, 1e-12);
      const all = compare('domain-classifier', reference, current, { ...options, auc: 'pooled' });
      expectClose(numbers(all).value, pooled, 1e-12);
    }
  );
  test.each(domainClassifierOfThree)(
    'three features: %s %i v %i, + %f × %f',
    (...[shape, n, m, shift, scale, mean, pooled]) => {
      const { reference, current } = samplesOf([shape, n, m, shift, scale]);
      const text = (rows: number, seed: number) => Array.from(seededSample('ties', rows, seed), (x) => `c${x}`);
      const features = [
        { reference, current },
        { reference: seededSample('bell', n, 3), current: seededSample('bell', m, 4) },
        { reference: text(n, 5), current: text(m, 6) },
      ];
      const options = { folds: 4, ridge: 0.5, seed: 9 };
      expectClose(numbers(domainClassifierAuc(features, options)).value, mean, 1e-12);
      expectClose(numbers(domainClassifierAuc(features, { ...options, auc: 'pooled' })).value, pooled, 1e-12);
    }
  );
});

describe('the folds', () => {
  test('part each side evenly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 60 }),
        fc.integer({ min: 5, max: 60 }),
        fc.integer({ min: 2, max: 5 }),
        (n, m, folds) => {
          const isCurrent = Uint8Array.from({ length: n + m }, (_, i) => (i % (n + m) < n ? 0 : 1));
          const foldOf = stratifiedFolds(isCurrent, folds, seededRandom(n));
          for (const [side, rows] of [
            [0, n],
            [1, m],
          ] as const) {
            for (let fold = 0; fold < folds; fold++) {
              const held = foldOf.filter((f, i) => f === fold && isCurrent[i] === side).length;
              expect(Math.abs(held - rows / folds)).toBeLessThan(1);
            }
          }
        }
      )
    );
  });
});

describe('the area under the curve', () => {
  test('is the share of U that Mann–Whitney gives', () => {
    const rows = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        fc.pre(new Set([...a, ...b]).size > 1);
        const area = areaUnderCurve(
          Float64Array.from([...a, ...b]),
          Uint8Array.from([...a.map(() => 0), ...b.map(() => 1)])
        );
        expectClose(area, numbers(compare('mann-whitney', b, a, { statistic: 'share' })).value, 1e-12);
      })
    );
  });
});

describe('what it sees', () => {
  const draw = (seed: number, rows: number, scale = 1) => seededSample('bell', rows, seed).map((x) => x * scale);
  test('a change of spread, though the mean stays', () => {
    const found = numbers(compare('domain-classifier', draw(3, 400), draw(4, 400, 3)));
    expect(found.value).toBeGreaterThan(0.72);
    expect(found.pValue).toBeUndefined();
    expect(found.variant).toBe('AUC of a logistic domain classifier on z and z² of numbers, ridge 1, mean of 5 folds');
  });
  test('no drift: near one half on average over seeds', () => {
    let sum = 0;
    for (let seed = 1; seed <= 60; seed++) {
      sum += numbers(compare('domain-classifier', draw(2 * seed + 100, 60), draw(2 * seed + 101, 80), { seed })).value;
    }
    // The area of 60 v 80 rows has a standard deviation of about 0.065.
    expect(Math.abs(sum / 60 - 0.5)).toBeLessThan(0.034);
  });
  test('what only two features together show', () => {
    const random = seededRandom(8);
    const side = (sign: number) => {
      const a = Float64Array.from({ length: 300 }, () => random.uniform() - 0.5);
      return [a, a.map((x) => sign * x + 0.3 * (random.uniform() - 0.5))] as const;
    };
    const [p, q] = [side(1), side(1)];
    const shiftApart = q[1].map((x) => x + 0.15);
    const both = numbers(
      domainClassifierAuc([
        { reference: p[0], current: q[0] },
        { reference: p[1], current: shiftApart },
      ])
    );
    const alone = numbers(compare('domain-classifier', p[1], shiftApart));
    expect(both.value).toBeGreaterThan(alone.value + 0.15);
    expect(both.variant).toContain('2 features');
  });
  test('a category that only one side has', () => {
    const [a, b] = [
      ['x', 'y', 'x', 'y', null, 'x', 'y', 'x', 'y', 'x', 'y'],
      ['z', 'z', 'z', 'z', 'z', 'z', 'z', 'z', 'z', 'z'],
    ];
    expect(compare('domain-classifier', a, b)).toMatchObject({ value: 1, nReference: 10, missingReference: 1 });
  });
  test('more categories than columns: the rare ones share one', () => {
    const many = (from: number) => Array.from({ length: 200 }, (_, i) => `v${from + (i % 50)}`);
    expect(numbers(compare('domain-classifier', many(0), many(0))).value).toBeLessThan(0.6);
    expect(numbers(compare('domain-classifier', many(0), many(100))).value).toBeGreaterThan(0.7);
  });
  test('a constant on both sides says nothing', () => {
    expect(compare('domain-classifier', new Array(20).fill(4), new Array(12).fill(4))).toMatchObject({ value: 0.5 });
  });
});

describe('draws', () => {
  const [a, b] = [seededSample('bell', 300, 3), seededSample('bell', 260, 4)];
  test('are the same for a seed, in any order of the rows, and differ between seeds', () => {
    const options = { sampleSize: 100, seed: 3 };
    const found = compare('domain-classifier', a, b, options);
    expect(compare('domain-classifier', sortedSample(a), [...b].reverse(), options)).toEqual(found);
    expect(compare('domain-classifier', a, b, { ...options, seed: 4 })).not.toEqual(found);
    expect(numbers(found).variant).toContain('on rows drawn at random');
    expect(found).toMatchObject({ nReference: 300, nCurrent: 260 });
  });
  test('p by relabelling is small with drift and holds its level without', () => {
    const drifted = numbers(
      compare(
        'domain-classifier',
        a.subarray(0, 60),
        b.subarray(0, 60).map((x) => x + 2),
        { permutations: 39 }
      )
    );
    expect(drifted.pValue).toBe(1 / 40);
    const random = seededRandom(2);
    let rejected = 0;
    for (let round = 0; round < 100; round++) {
      const side = () => Float64Array.from({ length: 12 }, () => random.uniform());
      const { pValue = NaN } = numbers(
        compare('domain-classifier', side(), side(), { permutations: 19, folds: 3, seed: round })
      );
      rejected += pValue <= 0.2 ? 1 : 0;
    }
    // 20 expected, standard deviation 4.
    expect(Math.abs(rejected - 20)).toBeLessThan(17);
  });
});

describe('says what is wrong', () => {
  const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  test('few rows, counts, text that comes late, infinite values, options that are none', () => {
    expect(compare('domain-classifier', ten, [1, 2, 3])).toMatchObject({ error: 'too few rows' });
    expect(compare('domain-classifier', ten, [NaN])).toMatchObject({ error: 'no data' });
    expect(compare('domain-classifier', { edges: [0, 1], counts: [5] }, ten)).toMatchObject({ error: 'not numeric' });
    expect(compare('domain-classifier', ten, [...ten, Infinity])).toMatchObject({ error: 'not defined' });
    expect(compare('domain-classifier', ten, ten, { folds: 1 })).toMatchObject({ error: 'not defined' });
    expect(compare('domain-classifier', ten, ten, { ridge: 0 })).toMatchObject({ error: 'not defined' });
    expect(compare('domain-classifier', ten, ten, { sampleSize: 9 })).toMatchObject({ error: 'not defined' });
  });
  test('of many features: none, rows that do not fit, sorted rows, counts', () => {
    const fine = { reference: ten, current: ten };
    expect(domainClassifierAuc([])).toMatchObject({ error: 'not defined' });
    expect(domainClassifierAuc([fine, { reference: ten, current: [1, 2] }])).toMatchObject({ error: 'not defined' });
    expect(domainClassifierAuc([fine, { reference: sortedSample(ten), current: ten }])).toMatchObject({
      error: 'not defined',
    });
    expect(domainClassifierAuc([fine, { reference: ten, current: { edges: [0, 9], counts: [10] } }])).toMatchObject({
      error: 'not defined',
    });
  });
  test('rows with a missing value in some feature are left out and counted', () => {
    const found = domainClassifierAuc(
      [
        { reference: [...ten, NaN, 1], current: ten },
        { reference: [...ten, 1, null], current: [...ten.slice(0, 9), NaN] },
      ],
      { folds: 3 }
    );
    expect(found).toMatchObject({ nReference: 10, nCurrent: 9, missingReference: 2, missingCurrent: 1 });
  });
});
