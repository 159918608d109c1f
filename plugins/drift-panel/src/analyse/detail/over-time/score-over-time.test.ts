import { meaningOf } from '@soundcheck/query';
import { formats } from '../../format.ts';
import { settingsWith } from '../../testing/settings.ts';
import type { TimedJudgement } from '../../score-history.ts';
import { wrongParts } from '../testing/any-sample.ts';
import { scoreOverTime } from './score-over-time.ts';

const HOUR = 3_600_000;
const settings = settingsWith({ timeZone: 'UTC' });
const say = formats(settings);

/** 48 hours of KS D, over the limit of 0.1 from hour `from` on. */
const history = (from: number, change: (one: TimedJudgement, hour: number) => TimedJudgement = (one) => one) =>
  Array.from({ length: 48 }, (_, hour) => {
    const value = hour >= from ? 0.2 : 0.05;
    const limit = { value: 0.1, origin: 'made for a test' };
    return change({ time: hour * HOUR, value, limit, effect: value / 0.1, over: value > 0.1, few: false }, hour);
  });
const draw = (points: TimedJudgement[], metric = 'ks', valueIs = 'ks_d') =>
  scoreOverTime(
    {
      feature: 'tempo',
      history: points,
      chunks: points.map(({ time, effect }) => ({ time, effect: effect ?? NaN })),
      meaning: meaningOf(metric, valueIs),
      metric,
    },
    settings,
    say
  );

it('holds each number until the next, and marks where the run over the limit began', () => {
  const found = draw(history(30));
  expect(found?.points).toHaveLength(48);
  expect(found?.points[0]).toMatchObject({ from: 0, to: HOUR, y: 0.05, limit: 0.1, level: 'near', over: false });
  expect(found?.points.filter(({ over }) => over)).toHaveLength(18);
  expect(found?.since?.time).toBe(30 * HOUR);
  expect(found?.limitLabel).toBe('limit 0.1, made for a test');
  expect(found?.points[30]?.title).toBe(`${say.time(30 * HOUR)}: 0.2, limit 0.1, 2.0 × limit, n unknown`);
});

it('does not claim a beginning that lies before the time range', () => {
  expect(draw(history(0))?.since).toBeUndefined();
});

it('shows a stretch without samples as one', () => {
  const gappy = history(30).filter(({ time }) => time < 38 * HOUR || time > 42 * HOUR);
  const gaps = draw(gappy)?.points.filter(({ y }) => y === null) ?? [];
  expect(gaps).toEqual([expect.objectContaining({ from: 38 * HOUR, to: 43 * HOUR, level: 'no data' })]);
});

it('draws no limit where rows are too few, and says so', () => {
  const found = draw(history(30, (one, hour) => (hour === 40 ? { ...one, few: true } : one)));
  expect(found?.points[40]).toMatchObject({ limit: null, level: 'few', over: false });
  expect(found?.points[40]?.title).toContain('too few rows');
});

it('p-values stand on a log axis, up towards drift, with the band of those without drift', () => {
  const p = history(30, (one) => ({
    ...one,
    value: one.over ? 1e-20 : 0.5,
    limit: { value: 0.05, origin: 'a level' },
  }));
  const found = draw(p, 'ks', 'p_value');
  expect(found?.points[40]?.y).toBe(12);
  expect(found?.points[0]?.band?.[1]).toBeCloseTo(-Math.log10(0.05), 12);
  expect(found?.ticks.map(({ text }) => text)).toEqual(['1', '0.1', '0.01', '0.001', '1e-6', '1e-9', '1e-12']);
});

it('the sampling band of D follows n: scipy’s critical D', () => {
  // scipy 1.16: 1 − kstwo.cdf(D, 5000 · 500 / 5500) = 5 % at D = 0.06339
  const found = draw(history(30, (one) => ({ ...one, nReference: 5000, nCurrent: 500 })));
  expect(found?.points[0]?.band?.[1]).toBeCloseTo(0.0634, 3);
});

it('marks a change of the level with its size', () => {
  const wobble = history(30, (one, hour) => ({ ...one, effect: (one.effect ?? 0) + 0.1 * Math.sin(hour * 7) }));
  const [change, ...more] = draw(wobble)?.changes ?? [];
  expect(change?.time).toBe(30 * HOUR);
  expect(change?.text).toMatch(/^The level rose from 0\.5 to 2\.\d × limit at .* \(Page–Hinkley\)$/);
  expect(more).toEqual([]);
});

it('one number is no history, and broken ones draw nothing wrong', () => {
  expect(draw(history(30).slice(0, 1))).toBeUndefined();
  const broken = draw(history(10, (one, hour) => ({ ...one, value: [NaN, Infinity, 1e308][hour % 3] ?? 0 })));
  expect(wrongParts(broken)).toEqual([]);
});
