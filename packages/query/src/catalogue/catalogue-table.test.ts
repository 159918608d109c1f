import { describe, expect, it } from 'vitest';
import { catalogue, catalogueEntries, entriesOf, meaningOf, metricOfServiceName } from './catalogue.ts';
import { CRITICAL } from './critical-values.ts';
import { isOverLimit, limitFor } from './limits.ts';
import type { Dialect, Meaning, ValueIs } from './meaning.ts';
import { recogniseSeries } from './recognise-series.ts';

/**
 * The catalogue, written out a second time by hand from what the services publish: metric by dialect. A number whose meaning
 * is not in this table must not be judged.
 */
interface Row {
  metric: string;
  dialect: Dialect;
  valueIs: ValueIs;
  range: readonly [number, number];
  /** A value that speaks for drift at the limit below, and one that does not; none where the service gives no limit. */
  over?: number;
  under?: number;
  limit?: number;
  /** In the origin of the limit. */
  origin?: RegExp;
  unit: 'none' | 'percentunit';
  /** In the sentence for people: it has to say which way drift lies. */
  words: RegExp;
  endpoints: string[];
  /** By series, the labels that stand on it: model, feature, others. */
  series: string[];
  labels: Record<string, string>;
  /** As lists of schedules name the metric. */
  names: string[];
}

const P_VALUE = { valueIs: 'p_value', range: [0, 1], over: 0.05, under: 0.051, limit: 0.05, unit: 'none' } as const;
const LOW = /low means drift/;
const THRESHOLD = /service default, thresholdDelta 5 %/;
const JAVA_LABELS = { model: 'm', subcategory: 'age', metricName: 'X', batch_size: '600' };
const PYTHON_LABELS = { modelId: 'm', subcategory: 'age', metricName: 'X', referenceTag: 'T', fitColumns: 'age' };
const JAVA_JOINT = { model: 'm', metricName: 'X', batch_size: '600' };
const PYTHON_JOINT = { modelId: 'm', metricName: 'X', referenceTag: 'T', fitColumns: 'age' };
const JAVA_GROUP = {
  ...{ model: 'm', protected: 'age', outcome: 'y', favorable_value: '1', privileged: '1', unprivileged: '0' },
  ...{ metricName: 'X', batch_size: '600' },
};
const PYTHON_GROUP = { modelId: 'm', protectedAttribute: 'age', outcomeName: 'y', metricName: 'X' };
const KS_D = { valueIs: 'ks_d', range: [0, 1], unit: 'none', words: /high means drift/ } as const;
const drift = (...names: string[]) => names.map((name) => `/metrics/drift/${name}`);

const rows: Row[] = [
  {
    ...{ metric: 'compare-means', dialect: 'java', ...P_VALUE, origin: THRESHOLD, words: LOW },
    ...{ endpoints: drift('meanshift'), series: ['trustyai_meanshift'], labels: JAVA_LABELS, names: ['MEANSHIFT'] },
  },
  {
    ...{ metric: 'compare-means', dialect: 'python', valueIs: 't', range: [-Infinity, Infinity], unit: 'none' },
    ...{ over: -1.97, under: 1.95, limit: 1.959963984540054, origin: /at 5 %.*n unknown/ },
    words: /far from 0 on either side means drift, negative means the current mean is higher/,
    ...{ endpoints: drift('comparemeans', 'meanshift'), series: ['trustyai_comparemeans'], labels: PYTHON_LABELS },
    names: ['CompareMeans'],
  },
  {
    ...{ metric: 'ks', dialect: 'java', ...P_VALUE, origin: THRESHOLD, words: LOW },
    ...{ endpoints: drift('kstest'), series: ['trustyai_kstest'], labels: JAVA_LABELS, names: ['KSTEST'] },
  },
  {
    ...{ metric: 'ks', dialect: 'python', ...KS_D },
    ...{ endpoints: drift('kstest'), series: ['trustyai_kstest'], labels: PYTHON_LABELS, names: ['KSTest'] },
  },
  {
    ...{ metric: 'ks-approximate', dialect: 'java', ...P_VALUE, origin: THRESHOLD, words: LOW },
    ...{ endpoints: drift('approxkstest'), series: ['trustyai_approxkstest'], labels: JAVA_LABELS },
    names: ['APPROXKSTEST'],
  },
  {
    ...{ metric: 'ks-approximate', dialect: 'python', ...KS_D, endpoints: drift('ksteststreaming', 'approxkstest') },
    ...{ series: ['trustyai_ksteststreaming', 'trustyai_approxkstest'], labels: { ...PYTHON_LABELS, epsilon: '0.01' } },
    names: ['KSTESTSTREAMING', 'APPROXKSTEST'],
  },
  {
    ...{ metric: 'jensen-shannon', dialect: 'python', valueIs: 'js_distance', range: [0, 0.8325546111576977] },
    ...{ over: 0.101, under: 0.1, limit: 0.1, origin: /service default, threshold 0\.1/, unit: 'none' },
    ...{ words: /high means drift/, endpoints: drift('jensenshannon'), series: ['trustyai_jensenshannon'] },
    ...{ labels: PYTHON_LABELS, names: ['JensenShannon'] },
  },
  {
    ...{ metric: 'mmd', dialect: 'java', valueIs: 'probability', range: [0, 1], unit: 'percentunit' },
    ...{ over: 0.051, under: 0.02275, limit: 0.05, origin: THRESHOLD, words: /high means drift.*false alarms/ },
    ...{ endpoints: drift('fouriermmd'), series: ['trustyai_fouriermmd'], labels: JAVA_JOINT, names: ['FOURIERMMD'] },
  },
  {
    ...{ metric: 'mmd', dialect: 'python', valueIs: 'mmd2', range: [0, Infinity], unit: 'none' },
    ...{ words: /high means drift, but it has no limit of its own/, endpoints: drift('mmd', 'fouriermmd') },
    ...{ series: ['trustyai_mmd', 'trustyai_fouriermmd'], labels: PYTHON_JOINT, names: ['MMD', 'FOURIERMMD'] },
  },
  ...(['java', 'python'] as const).flatMap((dialect): Row[] => {
    const labels = dialect === 'java' ? JAVA_GROUP : PYTHON_GROUP;
    return [
      {
        ...{ metric: 'spd', dialect, valueIs: 'difference', range: [-1, 1], unit: 'none', labels, names: ['SPD'] },
        ...{ over: -0.11, under: 0.1, limit: 0.1, origin: /service default, 0 ± 0\.1/ },
        ...{ words: /0 is fair, far from 0 on either side/, endpoints: ['/metrics/group/fairness/spd'] },
        series: ['trustyai_spd'],
      },
      {
        ...{ metric: 'dir', dialect, valueIs: 'ratio', range: [0, Infinity], unit: 'none', labels, names: ['DIR'] },
        ...{ over: 0.79, under: 1.19, limit: 0.2, origin: /service default, 1 ± 0\.2/ },
        ...{ words: /1 is fair, far from 1 on either side/, endpoints: ['/metrics/group/fairness/dir'] },
        series: ['trustyai_dir'],
      },
    ];
  }),
  {
    ...{ metric: 'mean', dialect: 'java', valueIs: 'mean', range: [-Infinity, Infinity], unit: 'none' },
    ...{ words: /says nothing of drift without limits of your own/, endpoints: ['/metrics/identity'] },
    ...{ series: ['trustyai_identity'], labels: { model: 'm', column: 'age', batch_size: '600' }, names: ['IDENTITY'] },
  },
  {
    ...{ metric: 'mean', dialect: 'python', valueIs: 'mean', range: [-Infinity, Infinity], unit: 'none' },
    ...{ words: /says nothing of drift without limits of your own/ },
    ...{ endpoints: ['/metrics/batchmean', '/metrics/identity'], series: ['trustyai_batchmean'] },
    ...{ labels: { modelId: 'm', columnName: 'age' }, names: ['BatchMean'] },
  },
];

function meaningIn({ metric, dialect }: Row): Meaning {
  const side = entriesOf(dialect).find(({ entry }) => entry.key === metric)?.side;
  if (side === undefined) {
    throw new Error(`The catalogue has no ${metric} of ${dialect}.`);
  }
  return side.meaning;
}

describe('the catalogue, metric by dialect', () => {
  it('has these and no others', () => {
    const listed = (['java', 'python'] as const).flatMap((dialect) =>
      entriesOf(dialect).map(({ entry }) => `${entry.key} ${dialect}`)
    );
    expect(listed.sort()).toEqual(rows.map(({ metric, dialect }) => `${metric} ${dialect}`).sort());
  });

  it.each(rows.map((row) => [`${row.metric} of ${row.dialect}`, row] as const))('%s', (_, row) => {
    const { metric, dialect, valueIs, range, limit, over, under, unit } = row;
    const meaning = meaningIn(row);
    expect(meaning).toMatchObject({ metric, valueIs, unit });
    expect(meaningOf(metric, valueIs)?.direction).toBe(meaning.direction);
    expect(meaning.range.min).toBe(range[0]);
    expect(meaning.range.max).toBeCloseTo(range[1], 12);
    expect(meaning.sentence).toMatch(row.words);

    const unknown = limitFor(meaning);
    expect(unknown?.value).toBe(limit);
    if (limit === undefined || over === undefined || under === undefined) {
      expect(unknown).toBeUndefined();
    } else {
      expect(unknown?.origin).toMatch(row.origin ?? /never/);
      expect([isOverLimit(meaning, over, limit), isOverLimit(meaning, under, limit)]).toEqual([true, false]);
    }

    const side = catalogueEntries.find(({ key }) => key === metric)?.[dialect];
    expect(side?.endpoints).toEqual(row.endpoints);
    expect(side?.series).toEqual(row.series);
    for (const name of row.names) {
      expect(metricOfServiceName(name, dialect)).toBe(metric);
    }
    for (const name of row.series) {
      const recognised = recogniseSeries(name, { ...row.labels, request: 'r', requestName: 'n', namespace: 'ns' });
      expect(recognised).toMatchObject({ metric, dialect, valueIs, model: 'm', request: 'r', requestName: 'n' });
      expect(recognised?.feature).toBe(metric === 'mmd' ? '(all features)' : 'age');
    }
  });

  it('says the direction in the words that belong to it', () => {
    for (const { meaning } of (['java', 'python'] as const).flatMap((dialect) =>
      entriesOf(dialect).map((one) => one.side)
    )) {
      const { sentence, direction } = meaning;
      expect([sentence, /low means drift/.test(sentence)]).toEqual([sentence, direction === 'low']);
      expect([sentence, /high means drift/.test(sentence)]).toEqual([sentence, direction === 'high']);
    }
  });

  it('colours follow from the direction alone: the same number is on opposite sides in the two dialects', () => {
    const java = catalogue.ks.java?.meaning;
    const python = catalogue.ks.python?.meaning;
    expect([java && isOverLimit(java, 0.01, 0.05), python && isOverLimit(python, 0.01, 0.05)]).toEqual([true, false]);
    expect([java && isOverLimit(java, 0.9, 0.05), python && isOverLimit(python, 0.9, 0.05)]).toEqual([false, true]);
  });
});

describe('critical values', () => {
  const [t, d] = [meaningOf('compare-means', 't'), meaningOf('ks', 'ks_d')];
  it.each(CRITICAL)('for %d v %d rows at %d', (...row) => {
    const [nReference, nCurrent, alpha, criticalD, criticalT] = row;
    const sizes = { nReference, nCurrent, alpha };
    const limitD = d && limitFor(d, sizes);
    if (criticalD === undefined) {
      expect(limitD).toBeUndefined();
    } else {
      expect(limitD?.value).toBeCloseTo(criticalD, 9);
      expect(limitD?.origin).toMatch(nReference * nCurrent > 5000 ? /Stephens 1970$/ : /exact$/);
    }
    const limitT = t && limitFor(t, sizes);
    expect(limitT?.value).toBeCloseTo(criticalT, 8);
    expect(limitT?.origin).toMatch(/^critical t for n = /);
  });

  it.each([
    ['no size', {}],
    ['one size', { nReference: 1000 }],
    ['a size that is none', { nReference: 1000, nCurrent: NaN }],
    ['no rows', { nReference: 0, nCurrent: 600 }],
  ])('with %s D has no limit, and t one that says that n is unknown', (_, sizes) => {
    expect(d && limitFor(d, sizes)).toBeUndefined();
    expect(t && limitFor(t, sizes)?.origin).toMatch(/n unknown/);
  });
});
