import fc from 'fast-check';
import type { DataSet } from '../read/data-set.ts';
import { isAbsent } from '../report/absent.ts';
import { LEVELS } from '../report/level.ts';
import type { Report } from '../report/report.ts';
import { finish } from '../run/finish.ts';
import { chooseGroup, groupSeries } from './metric-groups.ts';
import { reportOf } from './report-of.ts';
import { featureOf } from './score-judgements.ts';
import type { AnalysisSettings } from './settings.ts';
import { anyData, anySettings } from './testing/any-data.ts';
import { dataWith } from './testing/data.ts';
import { bell, tableOf, type Values } from './testing/rows.ts';
import { settingsWith } from './testing/settings.ts';

/** Where a number may be infinite or none by its type. */
const MAY_BE_NONE = /(^|\.)(effect|value|effectOverLimit|missingReference|missingCurrent)$/;
const NO_WORDS = /\bNaN\b|undefined|\bnull\b|\[object/;

/** Every text and number of a report with its place, typed arrays left out. */
function leaves(value: unknown, place = ''): Array<[place: string, leaf: unknown]> {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) {
    return [[place, value]];
  }
  return Object.entries(value).flatMap(([name, one]) =>
    leaves(one, Array.isArray(value) ? `${place}[]` : `${place}.${name}`)
  );
}

function expectWhole(report: Report): void {
  for (const [place, leaf] of leaves(report)) {
    if (typeof leaf === 'string') {
      expect(`${place}: ${leaf}`).not.toMatch(NO_WORDS);
    } else if (typeof leaf === 'number' && !Number.isFinite(leaf)) {
      expect(place).toMatch(MAY_BE_NONE);
    }
  }
  expect(report.headline).not.toBe('');
  report.features.forEach(({ why, row, effect }, at) => {
    expect(why).not.toBe('');
    expect([-1, at]).toContain(row);
    expect(Number.isNaN(effect ?? 0)).toBe(false);
  });
  for (const order of Object.values(report.orders)) {
    expect([...order].sort((a, b) => a - b)).toEqual(report.features.map((_, at) => at));
  }
  if (!isAbsent(report.heatmap)) {
    const { from, to, level, effect } = report.heatmap;
    expect(level).toHaveLength(report.features.length * from.length);
    expect(effect).toHaveLength(level.length);
    expect(level.every((one) => one < LEVELS.length)).toBe(true);
    from.forEach((start, at) => {
      expect(start).toBeLessThan(to[at] ?? NaN);
      expect(start).toBeGreaterThanOrEqual(to[at - 1] ?? -Infinity);
    });
  }
}

/** The features that the report must name. */
function expected(data: DataSet, settings: AnalysisSettings): Set<string> {
  const groups = groupSeries(data.scores);
  const hasRows = data.tables.length > 0 || data.counts.length > 0;
  const group =
    hasRows && settings.clicked === 'rows' ? undefined : chooseGroup(groups, settings.clicked, settings.metric);
  return new Set(
    group
      ? group.series.map(featureOf)
      : [
          ...data.tables.flatMap(({ columns }) => columns.map(({ feature }) => feature)),
          ...data.counts.map(({ feature }) => feature),
        ]
  );
}

it('gives a whole report for any data and any settings', () => {
  fc.assert(
    fc.property(anyData, anySettings, (data, settings) => {
      const report = finish(reportOf(data, settings));
      expectWhole(report);
      expect(new Set(report.features.map(({ feature }) => feature))).toEqual(expected(data, settings));
    }),
    { numRuns: 100 }
  );
});

const sides = (reference: Values, current: Values) =>
  dataWith({ tables: [tableOf('reference', reference, [-1e9, 0]), tableOf('current', current, [0, 1.7e8])] });
const texts = (n: number, of: number) => Array.from({ length: n }, (_, i) => `user ${i % of}`);

describe('each broken case has a state and a sentence', () => {
  it.each<[string, DataSet, string, RegExp]>([
    ['one row', sides({ x: [1] }, { x: [2] }), 'too few rows', /under 5 rows/],
    ['all equal, the same', sides({ x: Array(90).fill(7) }, { x: Array(90).fill(7) }), 'no drift', /within its limit/],
    ['all equal, another', sides({ x: Array(90).fill(7) }, { x: Array(90).fill(8) }), 'drift', /of the PSI/],
    ['all missing', sides({ x: bell(1, 90) }, { x: Array(90).fill(NaN) }), 'no data', /current sample holds no value/],
    ['all infinite', sides({ x: bell(1, 90) }, { x: Array(90).fill(Infinity) }), 'drift', /of the PSI/],
    ['10,000 categories', sides({ x: texts(20_000, 10_000) }, { x: texts(10_000, 10_000) }), 'too few rows', /expects/],
    ['text against numbers', sides({ x: bell(1, 90) }, { x: texts(90, 3) }), 'unknown scale', /\w/],
    ['reference empty', sides({ x: [] }, { x: bell(1, 90) }), 'no data', /reference sample holds no value/],
    ['current empty', sides({ x: bell(1, 90) }, { x: [] }), 'no data', /current sample holds no value/],
    ['no reference', dataWith({ tables: [tableOf('current', { x: bell(1, 90) })] }), 'no data', /no reference/],
  ])('%s', (...[, data, state, why]) => {
    const report = finish(reportOf(data, settingsWith({})));
    expectWhole(report);
    expect(report.features[0]).toMatchObject({ state, why: expect.stringMatching(why) });
  });

  it('negative counts', () => {
    const side = (first: number) => ({ counts: Float64Array.of(first, 50, 60), missing: 0 });
    const cells = { kind: 'bins' as const, edges: Float64Array.of(0, 1, 2, 3) };
    const chunks = [{ ...side(-9), from: 0, to: 1e7 }];
    const data = dataWith({ counts: [{ feature: 'x', cells, reference: side(40), chunks }] });
    const [feature] = finish(reportOf(data, settingsWith({}))).features;
    expect(feature).toMatchObject({ state: 'unknown scale', why: expect.stringContaining('count') });
  });
});
