import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sample } from '../samples/sample.ts';
import { sortedSample } from '../samples/sorted-sample.ts';
import { expectClose } from '../testing/close.ts';
import { outside, shareErrors } from '../testing/quality-tables.ts';
import { seededSample, shifted } from '../testing/seeded-sample.ts';
import { assessQuality } from './assess-quality.ts';
import type { QualityCheck, QualityOptions } from './finding.ts';
import { shareLimit } from './share-limit.ts';
import { mostOutside, outsideTail } from './outside-tail.ts';

function check(name: QualityCheck, sides: readonly [Sample, Sample], options?: QualityOptions) {
  return assessQuality(...sides, options).find((finding) => finding.check === name);
}

const broken = (reference: Sample, current: Sample) =>
  assessQuality(reference, current)
    .filter(({ state }) => state === 'broken')
    .map((finding) => finding.check);

describe('limits that allow for chance', () => {
  test.each(shareErrors)('%i of %i, then %i of %i: the standard error of statsmodels', (...[k, n, c, m, error]) => {
    const limit = shareLimit({ count: k, of: n }, { count: c, of: m }, 1);
    expectClose(limit.value, Math.min(1, k / n + error), 1e-12);
  });
  test.each(outside)('%i outside the range of %i rows, of %i: the beta-binomial law', (...[k, n, m, tail]) => {
    expectClose(outsideTail(k, n, m), tail);
  });
  test('the most that may be outside: one more is too unlikely, one less is not', () => {
    const most = mostOutside(300, 200, 0.001);
    expect(outsideTail(most + 1, 300, 200)).toBeLessThanOrEqual(0.001);
    expect(outsideTail(most, 300, 200)).toBeGreaterThan(0.001);
    expect([mostOutside(1, 50, 0.001), mostOutside(2, 1, 0.9), mostOutside(2, 1, 0.5)]).toEqual([50, 0, 1]);
  });
  test('break hardly ever where nothing is wrong', () => {
    let alarms = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const found = [
        broken(seededSample('bell', 300, seed), seededSample('bell', 200, seed + 1000)),
        broken(seededSample('ties', 60, seed), seededSample('ties', 40, seed + 1000)),
      ];
      alarms += found.flat().length;
    }
    // Some 2,000 checks, each wrong with a chance of 0.135 % at most.
    expect(alarms).toBeLessThanOrEqual(4);
  });
});

describe('numbers', () => {
  const reference = seededSample('bell', 500, 1);
  const current = seededSample('bell', 300, 2);
  test('with nothing wrong: all ok, each with a limit', () => {
    const findings = assessQuality(reference, current);
    expect(findings.map((finding) => finding.check)).toEqual([
      'row-count',
      'missing',
      'type',
      'infinite',
      'constant',
      'out-of-range',
      'duplicates',
    ]);
    expect(findings.every(({ state, limit }) => state === 'ok' && limit.origin !== '')).toBe(true);
  });
  test('missing rows', () => {
    const holed = Array.from(current, (x, i) => (i % 10 === 0 ? null : x));
    const found = check('missing', [reference, holed]);
    expect(found).toMatchObject({ value: 0.1, state: 'broken', nReference: 500, nCurrent: 300 });
    expect(found?.sentence).toBe(
      "10.0 % of 300 rows have no value, where at most 4.2 % is allowed (the reference's 0.0 % plus 3 standard errors)"
    );
    expect(check('missing', [reference, holed], { maxMissing: 0.1 })).toMatchObject({ state: 'ok' });
  });
  test('infinite ones, rows sent twice, a stuck value, a shifted range', () => {
    expect(broken(reference, [...current, Infinity, ...new Array<number>(9).fill(-Infinity)])).toEqual(['infinite']);
    expect(broken(reference, [...current, ...current.slice(0, 30)])).toEqual(['duplicates']);
    expect(broken(reference, new Float64Array(40).fill(0.5))).toEqual(['constant', 'duplicates']);
    expect(broken(reference, shifted(current, 2.5))).toEqual(['out-of-range']);
    expect(check('out-of-range', [reference, current], { range: [-1, 1] })).toMatchObject({
      state: 'broken',
      limit: { value: 0, origin: 'given range' },
    });
  });
  test('that came as text, in part unreadable', () => {
    const text = Array.from(current, (x, i) => (i < 3 ? 'n/a' : String(x)));
    expect(check('type', [reference, text])).toMatchObject({ value: 0.01, state: 'broken' });
    expect(check('type', [reference, text.slice(3)])).toMatchObject({ value: 0, state: 'ok' });
    expect(check('type', [reference, text.slice(3)])?.sentence).toContain('(numbers came as text)');
    expect(
      check('type', [
        ['a', 'b'],
        [1, 2],
      ])
    ).toMatchObject({ value: 1, state: 'broken' });
    expect(
      check('type', [
        ['1', '2'],
        [1, 2],
      ])
    ).toMatchObject({ value: 0, state: 'ok' });
  });
  test('too few or too many rows', () => {
    expect(check('row-count', [reference, []])).toMatchObject({ value: 0, state: 'broken', direction: 'low' });
    const rows = { least: 200, most: 250 };
    expect(check('row-count', [reference, current], { rows })).toMatchObject({
      state: 'broken',
      direction: 'high',
      sentence: '300 rows, where at most 250 is allowed (given rows)',
    });
    expect(check('row-count', [reference, current.slice(0, 220)], { rows })).toMatchObject({ state: 'ok' });
  });
  test('few equal rows may be chance', () => {
    const coin = [0, 1].flatMap((x) => new Array<number>(50).fill(x));
    expect(check('constant', [coin, [1, 1, 1]])).toMatchObject({ state: 'ok' });
    expect(check('constant', [coin, new Array<number>(20).fill(1)])).toMatchObject({ state: 'broken' });
  });
});

describe('categories', () => {
  const reference = ['a', 'b', 'c', 'd'].flatMap((x, i) => new Array<string>(40 - 10 * i).fill(x));
  test('unseen and vanished, counted and named', () => {
    const current = [...new Array<string>(60).fill('a'), ...new Array<string>(30).fill('c'), 'x', 'x', 'y'];
    expect(check('unseen', [reference, current])).toMatchObject({
      value: 3 / 93,
      state: 'broken',
      categories: ['x', 'y'],
      counts: [2, 1],
    });
    expect(check('vanished', [reference, current])).toMatchObject({
      value: 2,
      categories: ['b', 'd'],
      counts: [30, 10],
    });
    // Of ten rows a category of one in ten may well be absent.
    expect(check('vanished', [reference, current.slice(55, 65)])).toMatchObject({ value: 0, state: 'ok' });
    expect(check('unseen', [reference, current], { maxUnseen: 0.05 })).toMatchObject({ state: 'ok' });
  });
  test('that came up once let expect others', () => {
    const ids = Array.from({ length: 50 }, (_, i) => `id ${i}`);
    expect(check('unseen', [ids, ['id 3', 'new', 'newer']])?.sentence).toContain('about 100.0 % were to be expected');
  });
  test('codes: numbers of few values', () => {
    const codes = Array.from({ length: 90 }, (_, i) => i % 3);
    expect(check('unseen', [codes, [0, 1, 2, 7]])).toMatchObject({ value: 0.25, categories: ['7'] });
    expect(check('unseen', [codes.slice(0, 20), [7]])).toBeUndefined();
  });
});

describe('what cannot be known is left out', () => {
  test('of counts', () => {
    const counts = { categories: ['a', 'b'], counts: [30, 20] };
    expect(assessQuality(counts, { categories: ['a'], counts: [50] }).map((finding) => finding.check)).toEqual([
      'row-count',
      'type',
      'constant',
      'unseen',
      'vanished',
    ]);
  });
  test('of bins', () => {
    const bins = { edges: [0, 1, 2], counts: [3, 4] };
    expect(assessQuality(bins, bins)).toMatchObject([{ check: 'row-count', value: 7, state: 'ok' }]);
    expect(assessQuality(bins, seededSample('bell', 9, 1)).map((finding) => finding.check)).toEqual(['row-count']);
  });
  test('of nothing', () => {
    expect(assessQuality([], []).map((finding) => finding.check)).toEqual(['row-count']);
    expect(broken(seededSample('bell', 20, 1), [NaN, null, null, null])).toEqual(['missing']);
  });
});

describe('laws', () => {
  const rows = fc.array(fc.oneof(fc.double(), fc.constant(null), fc.nat(3)), { maxLength: 40 });
  const texts = fc.array(fc.option(fc.constantFrom('a', 'b', 'c', '1', '')), { maxLength: 40 });
  const sample = fc.oneof(rows, texts);
  test('every value is a number; sorted rows say the same as raw ones', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        for (const { value, limit, state, direction } of assessQuality(a, b)) {
          expect(Number.isNaN(value) || Number.isNaN(limit.value)).toBe(false);
          expect(state === 'broken').toBe(direction === 'high' ? value > limit.value : value < limit.value);
        }
      })
    );
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const plain = assessQuality(a, b).map(({ check: name, value, state }) => [name, value, state]);
        const sorted = assessQuality(sortedSample(a), sortedSample(b));
        expect(sorted.map(({ check: name, value, state }) => [name, value, state])).toEqual(plain);
      })
    );
  });
  test('a sample breaks nothing against itself', () => {
    fc.assert(
      fc.property(sample, (a) => {
        fc.pre(a.length > 0);
        expect(broken(a, a)).toEqual([]);
      })
    );
  });
});
