import { describe, expect, it } from 'vitest';
import { catalogue, catalogueEntries, entriesOf, meaningOf, metricOfServiceName } from './catalogue.ts';
import { formatCount, formatLevel, isOverLimit, limitFor } from './limits.ts';
import { ALL_FEATURES } from './meaning.ts';
import type { Meaning } from './meaning.ts';
import { recogniseSeries } from './recognise-series.ts';

/** Range and direction of every published number, as seen on the wire of both services. */
const published = [
  ['compare-means', 'java', 'trustyai_meanshift', 'p_value', 'low', 0, 1],
  ['compare-means', 'python', 'trustyai_comparemeans', 't', 'two-sided', -Infinity, Infinity],
  ['ks', 'java', 'trustyai_kstest', 'p_value', 'low', 0, 1],
  ['ks', 'python', 'trustyai_kstest', 'ks_d', 'high', 0, 1],
  ['ks-approximate', 'java', 'trustyai_approxkstest', 'p_value', 'low', 0, 1],
  ['ks-approximate', 'python', 'trustyai_ksteststreaming', 'ks_d', 'high', 0, 1],
  ['ks-approximate', 'python', 'trustyai_approxkstest', 'ks_d', 'high', 0, 1],
  ['jensen-shannon', 'python', 'trustyai_jensenshannon', 'js_distance', 'high', 0, 0.8325546111576977],
  ['mmd', 'java', 'trustyai_fouriermmd', 'probability', 'high', 0, 1],
  ['mmd', 'python', 'trustyai_mmd', 'mmd2', 'high', 0, Infinity],
  ['mmd', 'python', 'trustyai_fouriermmd', 'mmd2', 'high', 0, Infinity],
  ['spd', 'java', 'trustyai_spd', 'difference', 'two-sided', -1, 1],
  ['spd', 'python', 'trustyai_spd', 'difference', 'two-sided', -1, 1],
  ['dir', 'java', 'trustyai_dir', 'ratio', 'two-sided', 0, Infinity],
  ['dir', 'python', 'trustyai_dir', 'ratio', 'two-sided', 0, Infinity],
  ['mean', 'java', 'trustyai_identity', 'mean', 'two-sided', -Infinity, Infinity],
  ['mean', 'python', 'trustyai_batchmean', 'mean', 'two-sided', -Infinity, Infinity],
] as const;

describe('catalogue', () => {
  it.each(published)('%s on %s: %s is %s, %s', (...row) => {
    const [metric, dialect, series, valueIs, direction, min, max] = row;
    const side = catalogue[metric][dialect];
    expect(side?.series).toContain(series);
    expect(side?.meaning).toMatchObject({ metric, valueIs, direction });
    expect(side?.meaning.range.min).toBe(min);
    expect(side?.meaning.range.max).toBeCloseTo(max, 12);
  });

  it('lists no series that the table above lacks', () => {
    const listed = (['java', 'python'] as const).flatMap((dialect) =>
      entriesOf(dialect).flatMap(({ side }) => side.series.map((name) => `${dialect} ${name}`))
    );
    expect(listed.sort()).toEqual(published.map(([, dialect, series]) => `${dialect} ${series}`).sort());
  });

  it('has one key an entry, a sentence each, and no series of one dialect twice', () => {
    for (const entry of catalogueEntries) {
      expect(catalogue[entry.key]).toBe(entry);
      expect(entry.sentence).toMatch(/[.?]$/);
    }
    const names = entriesOf('python').flatMap(({ side }) => side.series);
    expect(new Set(names).size).toBe(names.length);
  });

  it('finds meanings by the labels of a score, and none for a mixture of dialects', () => {
    expect(meaningOf('ks', 'ks_d')?.direction).toBe('high');
    expect(meaningOf('ks', 'p_value')?.direction).toBe('low');
    expect(meaningOf('jensen-shannon', 'p_value')).toBeUndefined();
    expect(meaningOf('toString', 'p_value')).toBeUndefined();
  });

  it("maps the services' own names", () => {
    expect(metricOfServiceName('KSTESTSTREAMING', 'python')).toBe('ks-approximate');
    expect(metricOfServiceName('CompareMeans', 'python')).toBe('compare-means');
    expect(metricOfServiceName('MEANSHIFT', 'java')).toBe('compare-means');
    expect(metricOfServiceName('CompareMeans', 'java')).toBeUndefined();
  });
});

describe('recogniseSeries', () => {
  const python = { modelId: 'credit', request: 'r1', requestName: 'nightly', subcategory: 'age', fitColumns: 'age' };
  it('tells the dialect of a shared name by its model label', () => {
    expect(recogniseSeries('trustyai_kstest', python)).toEqual({
      metric: 'ks',
      dialect: 'python',
      valueIs: 'ks_d',
      model: 'credit',
      feature: 'age',
      request: 'r1',
      requestName: 'nightly',
      extra: {},
    });
    expect(recogniseSeries('trustyai_kstest', { model: 'credit', subcategory: 'age', namespace: 'ns' })).toEqual({
      metric: 'ks',
      dialect: 'java',
      valueIs: 'p_value',
      model: 'credit',
      feature: 'age',
      namespace: 'ns',
      extra: {},
    });
  });
  it('gives joint metrics one feature and fairness its groups', () => {
    expect(recogniseSeries('trustyai_mmd', { modelId: 'credit' })?.feature).toBe(ALL_FEATURES);
    expect(
      recogniseSeries('trustyai_spd', {
        model: 'm',
        protected: 'sex',
        outcome: 'y',
        privileged: '1',
        unprivileged: '0',
      })
    ).toMatchObject({ feature: 'sex', extra: { outcome: 'y', privileged: '1', unprivileged: '0' } });
  });
  it.each([
    ['no model label', 'trustyai_kstest', { subcategory: 'age' }],
    ['a name of the other dialect', 'trustyai_comparemeans', { model: 'credit', subcategory: 'age' }],
    ['no feature', 'trustyai_kstest', { modelId: 'credit' }],
    ['another metric', 'trustyai_model_observations_total', { model: 'credit' }],
  ])('does not guess: %s', (_, name, labels) => {
    expect(recogniseSeries(name, labels)).toBeUndefined();
  });
});

describe('limits', () => {
  const meaning = (metric: string, valueIs: string): Meaning => {
    const found = meaningOf(metric, valueIs);
    if (!found) {
      throw new Error(`${metric} ${valueIs}`);
    }
    return found;
  };

  it('gives critical values where n is known', () => {
    // scipy 1.17.1: stats.t.isf(0.025, 1261.2021) = 1.9618467, Welch's degrees of freedom at equal variances
    const t = limitFor(meaning('compare-means', 't'), { nReference: 1000, nCurrent: 600 });
    expect(t?.value).toBeCloseTo(1.9618467206352923, 8);
    expect(t?.origin).toBe('critical t for n = 1,000 v 600 at 5 %');
    const d = limitFor(meaning('ks', 'ks_d'), { nReference: 1000, nCurrent: 600, alpha: 0.05 });
    // scipy 1.17.1: special.kolmogi(0.05) / (r + 0.12 + 0.11 / r), r = sqrt(1000 * 600 / 1600)
    expect(d?.value).toBeCloseTo(0.069679683587624, 9);
    expect(d?.origin).toBe('critical D for n = 1,000 v 600 at 5 %, Stephens 1970');
    // scipy 1.17.1: ks_2samp, exact, 50 v 50: p = 0.0392 at D = 0.28 and 0.0678 at D = 0.26
    expect(limitFor(meaning('ks', 'ks_d'), { nReference: 50, nCurrent: 50 })).toEqual({
      value: 0.27,
      origin: 'critical D for n = 50 v 50 at 5 %, exact',
    });
    expect(limitFor(meaning('ks', 'ks_d'), { nReference: 2, nCurrent: 2 })).toBeUndefined();
  });

  it('gives D no limit without n, and t a large-sample one that says so', () => {
    expect(limitFor(meaning('ks', 'ks_d'), { nReference: 1000 })).toBeUndefined();
    expect(limitFor(meaning('mmd', 'mmd2'), { nReference: 10, nCurrent: 10 })).toBeUndefined();
    expect(limitFor(meaning('mean', 'mean'))).toBeUndefined();
    expect(limitFor(meaning('compare-means', 't'))?.origin).toContain('n unknown');
  });

  it('holds a p-value against the level asked for', () => {
    expect(limitFor(meaning('ks', 'p_value'))).toEqual({ value: 0.05, origin: 'service default, thresholdDelta 5 %' });
    // The schedule's level, and before it the query's.
    const stated = { threshold: 0.01 };
    expect(limitFor(meaning('ks', 'p_value'), stated)).toEqual({ value: 0.01, origin: 'set in the schedule' });
    expect(limitFor(meaning('ks', 'p_value'), { ...stated, alpha: 0.1 })?.value).toBe(0.1);
    expect(limitFor(meaning('jensen-shannon', 'js_distance'), { threshold: 0.2 })?.value).toBe(0.2);
    const sizes = { nReference: 1000, nCurrent: 600 };
    expect(limitFor(meaning('compare-means', 't'), { ...sizes, ...stated })).toEqual(
      limitFor(meaning('compare-means', 't'), { ...sizes, alpha: 0.01 })
    );
    expect(limitFor(meaning('ks', 'p_value'), { alpha: 0.0038 })).toEqual({
      value: 0.0038,
      origin: 'p-value at a level of 0.38 %',
    });
  });

  it.each([
    ['ks', 'p_value', 0, 0.05, true],
    ['ks', 'p_value', -7e-16, 0.05, true],
    ['ks', 'ks_d', 0.07, 0.07, false],
    ['compare-means', 't', -31.3, 1.96, true],
    ['dir', 'ratio', 0.79, 0.2, true],
    ['dir', 'ratio', 1.1, 0.2, false],
    ['spd', 'difference', -0.11, 0.1, true],
    ['ks', 'ks_d', NaN, 0.07, false],
  ])('%s %s %d against %d: over is %s', (...row) => {
    const [metric, valueIs, value, limit, over] = row;
    expect(isOverLimit(meaning(metric, valueIs), value, limit)).toBe(over);
  });

  it('writes counts and levels without a locale', () => {
    expect([0, 600, 1000, 1234567].map(formatCount)).toEqual(['0', '600', '1,000', '1,234,567']);
    expect([0.05, 0.0038461538].map(formatLevel)).toEqual(['5 %', '0.385 %']);
  });
});
