import { finish } from '../run/finish.ts';
import type { DataSet } from '../read/data-set.ts';
import type { ScoreSample, ScoreSeries } from '../read/score-series.ts';
import { isAbsent } from '../report/absent.ts';
import { cellOf, levelAt, type Heatmap } from '../report/heatmap.ts';
import type { Report } from '../report/report.ts';
import { reportOf } from './report-of.ts';
import type { AnalysisSettings } from './settings.ts';
import { dataWith } from './testing/data.ts';
import { settingsWith } from './testing/settings.ts';

const HOUR = 3_600_000;

/**
 * Eight features, 300 reference rows v 200: D and exact p of scipy.stats.ks_2samp, Welch's t and its p of
 * scipy.stats.ttest_ind, Holm's adjusted p of the KS worked out from them by hand; scipy 1.17.1, numpy seed 7.
 */
const MEASURED = [
  {
    feature: 'tempo',
    d: 0.2983333333,
    p: 6.878877006481825e-10,
    t: -7.048301306262533,
    holm: '<0.001',
    state: 'drift',
  },
  { feature: 'energy', d: 0.235, p: 2.84260342051224e-6, t: -4.776751032445745, holm: '<0.001', state: 'drift' },
  { feature: 'key', d: 0.1816666667, p: 0.0006480654217105533, t: -3.9474999291494126, holm: '0.004', state: 'drift' },
  {
    feature: 'valence',
    d: 0.1416666667,
    p: 0.015044391703177697,
    t: -2.7982269930577934,
    holm: '0.08',
    state: 'possible',
  },
  {
    feature: 'speechiness',
    d: 0.1333333333,
    p: 0.02624180806284244,
    t: -1.7479674640803682,
    holm: '0.1',
    state: 'possible',
  },
  { feature: 'mode', d: 0.1016666667, p: 0.15959665812223753, t: -1.9257529486971825, holm: '0.48', state: 'no drift' },
  { feature: 'loudness', d: 0.1, p: 0.17313583335670987, t: -1.2524250515471307, holm: '0.48', state: 'no drift' },
  {
    feature: 'liveness',
    d: 0.0583333333,
    p: 0.7935807406076224,
    t: -1.0464401335839477,
    holm: '0.79',
    state: 'no drift',
  },
] as const;

type Number = (one: (typeof MEASURED)[number]) => number;

function scores(valueIs: string, value: Number, sample: Partial<ScoreSample> = {}, metric = 'ks'): ScoreSeries[] {
  return MEASURED.map((one) => ({
    feature: one.feature,
    model: 'jukebox',
    metric,
    valueIs,
    samples: [{ time: 47 * HOUR, value: value(one), ...sample }],
  }));
}

function run(data: Partial<DataSet>, more: Partial<AnalysisSettings> = {}): Report {
  return finish(reportOf(dataWith(data), settingsWith({ mostChunks: 24, ...more })));
}

function heatmapOf({ heatmap }: Report): Heatmap {
  if (isAbsent(heatmap)) {
    throw new Error(heatmap.absent);
  }
  return heatmap;
}

/** The chunks of the first feature. */
function levelsOf(report: Report): string[] {
  const heatmap = heatmapOf(report);
  return Array.from(heatmap.from, (_, chunk) => levelAt(heatmap, cellOf(heatmap, 0, chunk)));
}

const n = { nReference: 300, nCurrent: 200 };

describe('one verdict for both dialects', () => {
  it.each([
    ['Python: D, high means drift', scores('ks_d', ({ d }) => d, n)],
    ['Java: p-value, low means drift', scores('p_value', ({ p }) => p, n)],
    ['Java without n', scores('p_value', ({ p }) => p)],
  ])('%s', (_, series) => {
    const report = run({ scores: series });
    expect(report.features.map(({ feature, pText, state }) => [feature, pText, state])).toEqual(
      MEASURED.map(({ feature, holm, state }) => [feature, holm, state])
    );
    expect(report.tone).toBe('drift');
    expect(report.headline).toBe('3 of 8 features drifted: tempo; also energy and key.');
    expect(report.trust).toContain(
      '5 of 8 over the limit, 0.4 expected by chance; Holm keeps the risk of any false alarm at 5 %'
    );
  });

  it("judges Python's signed t by its size", () => {
    const report = run({ scores: scores('t', ({ t }) => t, n, 'compare-means') });
    // p of ttest_ind: 7.6e-12, 2.5e-6, 9.3e-5, 0.0054 (Holm 0.027), 0.055, …
    expect(report.features.filter(({ state }) => state === 'drift').map(({ feature }) => feature)).toEqual([
      'tempo',
      'energy',
      'key',
      'valence',
    ]);
    expect(report.features.every(({ effect }) => effect !== undefined && effect >= 0)).toBe(true);
  });

  it('takes p = 0 and the tiny negative p of the Java service as strong drift', () => {
    const report = run({ scores: scores('p_value', ({ feature }) => (feature === 'tempo' ? -7e-16 : 0.5)) });
    expect(report.features[0]).toMatchObject({
      feature: 'tempo',
      state: 'drift',
      effect: Infinity,
      effectText: '>99',
      pText: '<0.001',
    });
  });
});

describe('states', () => {
  const stateOf = (one: Partial<ScoreSeries>, more: Partial<AnalysisSettings> = {}) =>
    run({ scores: [{ feature: 'tempo', model: 'm', metric: 'ks', valueIs: 'ks_d', samples: [], ...one }] }, more)
      .features[0];

  it.each([
    ['no samples', { samples: [] }, 'no data'],
    ['only NaN', { samples: [{ value: NaN, ...n }] }, 'no data'],
    ['too few rows', { samples: [{ value: 0.9, nReference: 300, nCurrent: 12 }] }, 'too few rows'],
    ['D without n', { samples: [{ value: 0.9 }] }, 'unknown scale'],
    [
      'a value_is that the metric does not have',
      { valueIs: 'banana', samples: [{ value: 0.9, ...n }] },
      'unknown scale',
    ],
    ['an unknown metric', { metric: 'kstest', valueIs: 'unknown', samples: [{ value: 0.9, ...n }] }, 'unknown scale'],
    ['MMD², which has no limit', { metric: 'mmd', valueIs: 'mmd2', samples: [{ value: 0.9, ...n }] }, 'unknown scale'],
    ['D over a limit of its own, n unknown', { limitOrigin: 'mine', samples: [{ value: 0.2, limit: 0.1 }] }, 'drift'],
    ['D under a limit of its own', { samples: [{ value: 0.2, limit: 0.3 }] }, 'no drift'],
    ['a ratio of 0.7, limit 1 ± 0.2', { metric: 'dir', valueIs: 'ratio', samples: [{ value: 0.7 }] }, 'drift'],
    ['a ratio of 0.9', { metric: 'dir', valueIs: 'ratio', samples: [{ value: 0.9 }] }, 'no drift'],
  ])('%s', (_, one, state) => {
    const feature = stateOf(one);
    expect(feature?.state).toBe(state);
    expect(feature?.flags).toEqual(
      {
        'no drift': [],
        drift: ['drift'],
        'no data': ['no data'],
        'too few rows': ['few rows'],
        'unknown scale': ['not judged'],
      }[state]
    );
    expect(feature?.effect === undefined).toBe(['no data', 'too few rows', 'unknown scale'].includes(state));
  });

  it('takes n from the options where the data has none', () => {
    expect(stateOf({ samples: [{ value: 0.9 }] }, n)?.state).toBe('drift');
  });

  it('names number, limit, origin and n', () => {
    const numbers = stateOf({
      limitOrigin: 'set in monitors.yaml',
      samples: [{ value: 0.3124, limit: 0.1, ...n }],
    })?.numbers;
    expect(numbers).toBe(
      'KS distance D 0.312, limit 0.1 (set in monitors.yaml), 300 v 200 rows, p <0.001, adjusted <0.001'
    );
  });

  it('says no data where one series has stopped and others go on', () => {
    const hours = (to: number) => Array.from({ length: to }, (_, at) => ({ time: at * HOUR, value: 0.9, limit: 0.1 }));
    const one = { model: 'm', metric: 'ks', valueIs: 'ks_d' };
    const report = run({
      scores: [
        { ...one, feature: 'gone', samples: hours(20) },
        { ...one, feature: 'here', samples: hours(48) },
      ],
    });
    expect(report.features.map(({ feature, state }) => [feature, state])).toEqual([
      ['here', 'drift'],
      ['gone', 'no data'],
    ]);
    expect(report.features[1]?.why).toBe('no new number since Thu 19:00, while others went on');
  });

  it('says what is wrong where nothing can be judged', () => {
    const report = run({ scores: scores('ks_d', ({ d }) => d) });
    expect(report).toMatchObject({
      tone: 'unknown',
      headline: 'No verdict: it is not known from which value on these numbers mean drift.',
    });
    expect(report.trust).toContain('give n_reference and n_current with the data');
  });
});

describe('over time', () => {
  /** 48 hours, over the limit of 0.1 from hour `from` on. */
  const history = (
    from: number,
    change: (sample: ScoreSample, hour: number) => ScoreSample = (sample) => sample
  ): ScoreSeries[] => [
    {
      feature: 'tempo',
      model: 'm',
      metric: 'ks',
      valueIs: 'ks_d',
      samples: Array.from({ length: 48 }, (_, hour) =>
        change({ time: hour * HOUR, value: hour >= from ? 0.2 : 0.05, limit: 0.1 }, hour)
      ),
    },
  ];

  it('finds the first sample of the current run', () => {
    const report = run({ scores: history(30) });
    expect(report.headline).toContain('tempo since Fri 06:00');
    expect(report.features[0]?.since).toBe(30 * HOUR);
  });

  it('starts the run anew after a sample below the limit, NaN, or few rows', () => {
    const below = history(30, (sample, hour) => (hour === 40 ? { ...sample, value: 0.05 } : sample));
    const missing = history(30, (sample, hour) => (hour === 40 ? { ...sample, value: NaN } : sample));
    const few = history(30, (sample, hour) => (hour === 40 ? { ...sample, nReference: 10, nCurrent: 10 } : sample));
    for (const series of [below, missing, few]) {
      expect(run({ scores: series }).features[0]?.since).toBe(41 * HOUR);
      expect(run({ scores: series }, { persistence: { need: 2, of: 3 } }).features[0]?.since).toBe(31 * HOUR);
    }
  });

  it('does not claim a beginning that lies before the time range', () => {
    const report = run({ scores: history(0) });
    expect(report.headline).toContain('tempo over the whole time range');
    expect(report.features[0]?.since).toBeUndefined();
  });

  it('says where the numbers begin, if they begin over the limit', () => {
    const [series] = history(0);
    const late = series && { ...series, samples: series.samples.slice(20) };
    expect(run({ scores: late ? [late] : [] }).headline).toContain('tempo since its first number at Thu 20:00');
  });

  it('breaks the run at a gap', () => {
    const [series] = history(30);
    const gappy = series && {
      ...series,
      samples: series.samples.filter(({ time = 0 }) => time < 38 * HOUR || time > 42 * HOUR),
    };
    expect(run({ scores: gappy ? [gappy] : [] }).features[0]?.since).toBe(43 * HOUR);
  });

  it('makes one cell a chunk, aligned to the epoch, by the median', () => {
    const spike = history(30, (sample, hour) => (hour === 10 ? { ...sample, value: 0.9 } : sample));
    const report = run({ scores: spike }, { mostChunks: 8, from: HOUR });
    const heatmap = heatmapOf(report);
    expect(heatmap.title).toBe('Last 47 hours, median of each 6 h');
    expect(Array.from(heatmap.from, (from) => from / HOUR)).toEqual([0, 6, 12, 18, 24, 30, 36, 42]);
    expect(levelsOf(report)).toEqual(['near', 'near', 'near', 'near', 'near', 'well over', 'well over', 'well over']);
    expect([heatmap.value[1], heatmap.limit[1], heatmap.effect[1]]).toEqual([0.05, 0.1, 0.5]);
  });

  it('gives chunks without samples, and with few rows, a look of their own', () => {
    const [series] = history(30, (sample, hour) => (hour < 12 ? { ...sample, nReference: 5, nCurrent: 5 } : sample));
    const holed = series && {
      ...series,
      samples: series.samples.filter(({ time = 0 }) => time < 12 * HOUR || time >= 24 * HOUR),
    };
    const report = run({ scores: holed ? [holed] : [] }, { mostChunks: 4 });
    expect(levelsOf(report)).toEqual(['few', 'no data', 'near', 'well over']);
  });

  it('takes the limit of the options instead of that of the data', () => {
    const by = (limit: Partial<AnalysisSettings['limit']>, thresholds: Record<string, number> = {}) =>
      run(
        { scores: history(30) },
        { limit: { by: 'constant', value: 0.5, k: 3, quantile: 0.9, ...limit }, thresholds }
      );
    expect(by({}).features[0]).toMatchObject({ state: 'no drift', effect: 0.4 });
    expect(by({ by: 'thresholds' }, { tempo: 0.1 }).features[0]?.numbers).toContain(
      'limit 0.1 (threshold of the field)'
    );
    expect(by({ by: 'deviations' }).notices[0]).toContain('scores are judged by the limit that comes with them');
  });
});

describe('several metrics', () => {
  const ks = scores('ks_d', ({ d }) => d, n);
  const means = scores('t', ({ t }) => t, n, 'compare-means');

  it('shows the first KS, and another where clicked or wanted', () => {
    const report = run({ scores: [...means, ...ks] });
    expect(report.choices.map(({ label }) => label)).toEqual(['Means', 'KS']);
    expect(report.chosen).toBe(report.choices[1]?.key);
    const clicked = report.choices[0]?.key ?? '';
    expect(run({ scores: [...means, ...ks] }, { clicked }).chosen).toBe(clicked);
    expect(run({ scores: [...ks, ...means] }, { metric: 'means' }).effectTitle).toContain("Welch's t");
  });

  it('tells models apart by name', () => {
    const report = run({ scores: [...ks, ...ks.map((one) => ({ ...one, model: 'other' }))] });
    expect(report.choices.map(({ label }) => label)).toEqual(['KS · jukebox', 'KS · other']);
  });
});

it('says that there is nothing', () => {
  expect(run({}).headline).toBe('Nothing to judge: the queries gave no data.');
  const problems = [{ what: 'Query A has no numbers', remedy: 'Add a column of numbers.' }];
  expect(run({ problems })).toMatchObject({
    tone: 'unknown',
    headline: 'Nothing to judge: what was found could not be read, see below.',
    notices: ['Query A has no numbers. Add a column of numbers.'],
  });
});
