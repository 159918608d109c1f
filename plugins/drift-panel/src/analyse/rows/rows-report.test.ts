import { assessMany, presets } from '@soundcheck/drift';
import { finish } from '../../run/finish.ts';
import type { DataSet } from '../../read/data-set.ts';
import { isAbsent } from '../../report/absent.ts';
import { cellOf, levelAt } from '../../report/heatmap.ts';
import type { Report } from '../../report/report.ts';
import { featureData } from '../features/feature-data.ts';
import { rowsInOrder } from '../features/rows-in-order.ts';
import { reportOf } from '../report-of.ts';
import type { AnalysisSettings } from '../settings.ts';
import { dataWith } from '../testing/data.ts';
import { bell, tableOf, type Values } from '../testing/rows.ts';
import { settingsWith } from '../testing/settings.ts';
import { assessOptionsOf } from './assess-options.ts';

const DAY = 86_400_000;
const HOUR = DAY / 24;
const WEEK = { from: 0, to: 7 * DAY };

function run(data: Partial<DataSet>, change: Partial<AnalysisSettings> = {}): Report {
  return finish(reportOf(dataWith(data), settingsWith(change)));
}

function sides(reference: Values, current: Values): Partial<DataSet> {
  return { tables: [tableOf('reference', reference, [-7 * DAY, 0]), tableOf('current', current, [0, 7 * DAY])] };
}

const repeated = (text: string, n: number) => Array<string>(n).fill(text);

const BROKEN = sides(
  {
    same: bell(1, 200),
    shifted: bell(2, 200),
    few: bell(3, 200),
    empty: bell(4, 200),
    gaps: bell(5, 200),
    plan: repeated('a', 200),
    'one side': bell(6, 200),
  },
  {
    same: bell(7, 150),
    shifted: bell(8, 150, [1, 1]),
    few: Float64Array.from({ length: 150 }, (_, i) => (i < 12 ? i : NaN)),
    empty: new Float64Array(150).fill(NaN),
    gaps: bell(9, 150).map((value, i) => (i % 5 === 0 ? NaN : value)),
    plan: [...repeated('a', 90), ...repeated('b', 60)],
  }
);

describe('states', () => {
  const report = run(BROKEN, WEEK);
  const of = (feature: string) => report.features.find((one) => one.feature === feature);

  it.each([
    ['same', 'no drift', []],
    ['shifted', 'drift', ['drift']],
    ['few', 'too few rows', ['few rows', '92 % missing']],
    ['empty', 'no data', ['no data', '100 % missing']],
    ['gaps', 'no drift', ['20 % missing']],
    ['plan', 'drift', ['drift', '1 new']],
    ['one side', 'no data', ['one side']],
  ])('%s: %s', (feature, state, flags) => {
    expect(of(feature)?.state).toBe(state);
    expect(of(feature)?.flags.slice(0, 2)).toEqual(flags);
  });

  it('says which values caused it and what was left out', () => {
    expect(report.headline).toMatch(
      /^2 of 4 features drifted: \S+ (over the whole time range|since \S+ \S+), because .* \(\d+ % of the PSI\); also \S+\. Not judged: 1 with too few rows, 2 without data\.$/
    );
    expect(of('plan')?.why).toContain('new: b');
    expect(of('shifted')?.numbers).toMatch(
      /^KS distance D 0\.\d+, limit 0\.1\d+ \(critical D for n = 200 v 150 at 5 %.*\), p <0\.001, adjusted <0\.001, PSI /
    );
    expect(report.trust).toMatch(
      /^2 of 4 over the limit, 0\.2 expected by chance; Holm .* · reference 200 v current 120–150 rows · effect: .* · \d+ of \d+ chunks over the limit, /
    );
    expect(report.understood).toBe('made for a test, 200 v 120–150');
  });

  it('has quality of every feature, the broken ones with a sentence', () => {
    expect(report.quality.map(({ feature }) => feature)).toEqual(Object.keys(of('same') ? { ...namesOf(report) } : {}));
    const gaps = report.quality.find(({ feature }) => feature === 'gaps');
    expect(gaps).toMatchObject({ nReference: 200, nCurrent: 120, missingReference: 0, missingCurrent: 0.2 });
    expect(gaps?.broken[0]?.sentence).toMatch(/^20(\.0)? % of 150 rows have no value, /);
  });
});

function namesOf(report: Report): Record<string, true> {
  return Object.fromEntries(report.quality.map(({ feature }) => [feature, true as const]));
}

/** Six features of every kind, some drifted. */
const MIXED = sides(
  {
    steady: bell(11, 900),
    moved: bell(12, 900),
    wider: bell(13, 900),
    few: Array.from(bell(14, 900), Math.round),
    plan: Array.from(bell(15, 900), (x) => (x > 0.5 ? 'gold' : x > 0 ? 'silver' : 'none')),
    gaps: bell(16, 900).map((x, i) => (i % 9 === 0 ? NaN : x)),
  },
  {
    steady: bell(21, 700),
    moved: bell(22, 700, [0.3, 1]),
    wider: bell(23, 700, [0, 1.2]),
    few: Array.from(bell(24, 700, [0.1, 1]), Math.round),
    plan: Array.from(bell(25, 700, [0.15, 1]), (x) => (x > 0.5 ? 'gold' : x > 0 ? 'silver' : 'none')),
    gaps: bell(26, 700).map((x, i) => (i % 9 === 0 ? NaN : x)),
  }
);

describe('verdicts are those of @soundcheck/drift', () => {
  const samples = [...featureData(dataWith(MIXED)).values()].flatMap(({ feature, reference, current }) =>
    reference && current ? [{ feature, reference: rowsInOrder(reference), current: rowsInOrder(current) }] : []
  );

  const cases: Array<[string, Partial<AnalysisSettings>, Parameters<typeof assessMany>[1]]> = [
    ['by default', {}, { alpha: 0.05, adjustment: 'holm', minimumRows: 30 }],
    ['at 1 %, uncorrected', { alpha: 0.01, correction: 'none' }, { alpha: 0.01, adjustment: 'none' }],
    [
      'by BH, 800 rows at least',
      { correction: 'benjamini-hochberg', minRows: 800 },
      { adjustment: 'benjamini-hochberg', minimumRows: 800 },
    ],
    ['by a chosen distance', { numericTest: 'wasserstein' }, { tests: { numeric: { test: 'wasserstein' } } }],
    ['by a chosen test of categories', { categoricalTest: 'g-test' }, { tests: { categorical: { test: 'g-test' } } }],
    [
      'by a constant limit',
      { limit: { by: 'constant', value: 0.08, k: 3, quantile: 0.9 } },
      { limit: { value: 0.08, origin: "set in the panel's options" } },
    ],
    ...Object.values(presets).flatMap((preset): Array<[string, Partial<AnalysisSettings>, object]> =>
      preset.name === 'soundcheck' ? [] : [[`as ${preset.name}`, { preset: nameOf(preset.name) }, { preset }]]
    ),
  ];

  it.each(cases)('%s', (_, change, options) => {
    const report = run(MIXED, { ...WEEK, ...change });
    const { assessments } = assessMany(samples, options);
    const ours = Object.fromEntries(report.features.map(({ result }) => [result.feature, result]));
    for (const one of assessments) {
      const result = ours[one.feature ?? ''];
      expect(result?.state).toBe(one.state);
      expect(result?.value).toBe(one.comparison?.value);
      expect(result?.pValue).toBe(one.pValue);
      expect(result?.adjustedPValue).toBe(one.adjustedPValue);
      expect(result?.limit).toEqual(one.limit);
      expect(result?.effectOverLimit).toBe(one.effectOverLimit);
    }
  });

  it('judges as NannyML, and each chunk by the limit from the whole reference', () => {
    const report = run(MIXED, { ...WEEK, preset: 'nannyml', chunks: { by: 'time', every: '1d', n: 0 } });
    expect(report.features.map(({ state }) => state)).not.toContain('unknown scale');
    const limits = isAbsent(report.heatmap) ? [] : Array.from(report.heatmap.limit.subarray(0, 7));
    expect(limits).toEqual(Array(7).fill(report.features[0]?.result.limit?.value));
  });

  it('puts a preset aside where a test is picked, and says so', () => {
    const change = { preset: 'evidently', numericTest: 'psi' } as const;
    expect(assessOptionsOf(settingsWith(change))).toMatchObject({ tests: { numeric: { test: 'psi' } } });
    expect(run(MIXED, { ...WEEK, ...change }).notices).toEqual([
      expect.stringContaining('preset evidently is put aside'),
    ]);
  });

  it("says the preset's own verdict on the data set", () => {
    const { trust } = run(MIXED, { ...WEEK, preset: 'evidently' });
    expect(trust).toMatch(
      /^the data set drifted: share of drifted features 50 % .*; levels, correction and least rows as evidently has them/i
    );
  });
});

function nameOf(name: string): keyof typeof presets {
  const found = Object.keys(presets).find((one): one is keyof typeof presets => one === name);
  if (!found) {
    throw new Error(name);
  }
  return found;
}

/** A week of 1,400 rows a side; `tempo` moves on day 4 at 12:00. */
function week(change: Partial<AnalysisSettings> = {}): Report {
  const at = (i: number) => (i / 1400) * 7 * DAY;
  const tempo = bell(31, 1400).map((x, i) => (at(i) >= 3.5 * DAY ? x + 1.2 : x));
  const data = sides({ tempo: bell(32, 1400), key: bell(33, 1400) }, { tempo, key: bell(34, 1400) });
  return run(data, { ...WEEK, chunks: { by: 'time', every: '12h', n: 0 }, ...change });
}

function levels({ heatmap, features }: Report, feature: string): string[] {
  if (isAbsent(heatmap)) {
    throw new Error(heatmap.absent);
  }
  const row = features.find((one) => one.feature === feature)?.row ?? -1;
  return Array.from(heatmap.from, (_, chunk) => levelAt(heatmap, cellOf(heatmap, row, chunk)));
}

const isOver = (level: string) => level.includes('over');

describe('over time', () => {
  it('finds when it began', () => {
    const report = week();
    expect(levels(report, 'tempo').map(isOver)).toEqual([...Array(7).fill(false), ...Array(7).fill(true)]);
    expect(report.headline).toMatch(/^1 of 2 features drifted: tempo since Sun 12:00, because /);
    expect(report.features[0]).toMatchObject({ feature: 'tempo', since: 3.5 * DAY, row: 0 });
    expect(report.features[0]?.result.since).toBe(3.5 * DAY);
  });

  it('waits for the persistence rule', () => {
    expect(week({ persistence: { need: 3, of: 4 } }).features[0]?.since).toBe(4.5 * DAY);
  });

  it('tells few rows from none', () => {
    const night = (i: number) => Math.floor((i / 1400) * 14) % 2 === 1;
    const holes = bell(41, 1400).map((x, i) => (night(i) ? NaN : x));
    const few = bell(42, 1400).map((x, i) => (night(i) && i % 10 > 0 ? NaN : x));
    const report = run(sides({ holes: bell(43, 500), few: bell(44, 500) }, { holes, few }), {
      ...WEEK,
      chunks: { by: 'time', every: '12h', n: 0 },
    });
    expect(levels(report, 'holes').slice(0, 2)).toEqual(
      ['low', 'no data'].map((one) => expect.stringMatching(one === 'low' ? /low|near/ : one))
    );
    expect(levels(report, 'few')[1]).toBe('few');
  });

  it('says that times are missing', () => {
    const timeless = run({
      tables: [tableOf('reference', { x: bell(1, 90) }), tableOf('current', { x: bell(2, 90) })],
    });
    expect(timeless.heatmap).toEqual({ absent: expect.stringContaining('Add a column with times') });
    expect(timeless.features[0]).toMatchObject({ state: 'no drift', row: -1 });
  });

  it('uses the words of the options', () => {
    const texts = { drift: '{drifted}/{judged}: {top} from {since}, {because} {x}', calm: 'All {judged} well' };
    expect(week({ texts }).headline).toMatch(/^1\/2: tempo from Sun 12:00, .* of the PSI\) \{x\}$/);
    expect(run(sides({ a: bell(1, 90) }, { a: bell(2, 90) }), { texts }).headline).toBe('All 1 well');
  });
});

describe('limits', () => {
  const limit = (by: AnalysisSettings['limit']['by'], more = {}) => ({
    limit: { by, value: 0.1, k: 3, quantile: 0.9, ...more },
  });

  it('learns them from the chunks of the reference', () => {
    const report = week(limit('deviations'));
    expect(report.features[0]?.result.limit?.origin).toMatch(
      /^mean 0\.\d+ \+ 3 × standard deviation 0\.\d+ of 14 reference chunks$/
    );
    expect(report.features[0]?.state).toBe('drift');
    expect(week(limit('quantile')).features[0]?.result.limit?.origin).toBe('quantile at 0.9 of 14 reference chunks');
  });

  it('says why there are none', () => {
    const tables = [tableOf('reference', { x: bell(1, 90) }), tableOf('current', { x: bell(2, 90) }, [0, DAY])];
    expect(run({ tables }, limit('deviations')).notices).toEqual([
      expect.stringContaining('needs reference rows with times'),
    ]);
    const short = [
      tableOf('reference', { x: bell(1, 90) }, [-DAY, 0]),
      tableOf('current', { x: bell(2, 90) }, [0, DAY]),
    ];
    expect(run({ tables: short }, limit('deviations')).notices[0]).toMatch(
      /^No limit from reference chunks for x, .* are needed for a limit/
    );
  });

  it('takes the thresholds of the fields', () => {
    const report = week({ ...limit('thresholds'), thresholds: { tempo: 0.9 } });
    expect(report.features.find(({ feature }) => feature === 'tempo')).toMatchObject({
      state: 'no drift',
      result: { limit: { origin: 'threshold of the field' } },
    });
    expect(report.notices).toEqual(['No threshold for key, so significance decides there. Set one on the field.']);
  });
});

describe('importance and performance', () => {
  it('draws drift against importance', () => {
    const { scatter, features, notices } = week({ importance: 'tempo=0.3, key = 0.1, tempo:3, nothing=1' });
    expect(scatter).toMatchObject({
      xTitle: 'Importance',
      points: [
        { feature: 'tempo', x: 0.3 },
        { feature: 'key', x: 0.1 },
      ],
    });
    expect(features.map(({ importance }) => importance)).toEqual([0.3, 0.1]);
    expect(notices).toEqual([
      expect.stringContaining('"tempo:3" could not be read'),
      expect.stringContaining('names "nothing"'),
    ]);
  });

  it('draws drift against performance', () => {
    const times = Float64Array.from({ length: 14 }, (_, i) => i * 12 * HOUR + 1);
    const performance = { name: 'accuracy', times, values: times.map((time) => (time >= 3.5 * DAY ? 0.7 : 0.9)) };
    const report = finish(
      reportOf(
        dataWith({
          ...sides({ x: bell(1, 700) }, { x: bell(2, 700).map((v, i) => (i >= 350 ? v + 1 : v)) }),
          performance,
        }),
        settingsWith({ ...WEEK, chunks: { by: 'time', every: '12h', n: 0 } })
      )
    );
    expect(report.scatter).toMatchObject({
      xTitle: 'Correlation of drift with the change of accuracy',
      points: [{ feature: 'x' }],
    });
  });

  it('says how to get one', () => {
    expect(week().scatter).toEqual({ absent: expect.stringContaining('tempo=0.3') });
  });
});

it('shows twins and reasons of rows beside scores', () => {
  const scores = [
    {
      feature: 'moved',
      model: 'm',
      metric: 'ks',
      valueIs: 'ks_d',
      samples: [{ value: 0.4, nReference: 5000, nCurrent: 500 }],
    },
  ];
  const report = run({ ...MIXED, scores }, WEEK);
  expect(report.features.map(({ feature }) => feature)).toEqual(['moved']);
  expect(report.features[0]?.twin?.reference.length).toBeGreaterThan(8);
  expect(report.headline).toMatch(/^1 feature drifted: moved, because .* \(\d+ % of the PSI\)\.$/);
  expect(report.understood).toBe('made for a test; KS distance D, model m, 5,000 v 500 rows');
  expect(report.choices.map(({ label }) => label)).toEqual(['KS', 'Rows']);
  expect(run({ ...MIXED, scores }, { ...WEEK, clicked: 'rows' }).features).toHaveLength(6);
});

it('says that there is no reference', () => {
  const report = run({ tables: [tableOf('current', { x: bell(1, 90) })] });
  expect(report).toMatchObject({
    tone: 'unknown',
    headline: expect.stringContaining('there is no reference to compare with'),
  });
  expect(report.features[0]).toMatchObject({ feature: 'x', state: 'no data' });
});
