import { limitFor, type Meaning } from '@soundcheck/query';
import type { AxisTick, OverTime, OverTimePoint } from '../../../report/history.ts';
import { levelOf, type Level } from '../../../report/level.ts';
import type { Formats } from '../../format.ts';
import { currentRun, sampleStep, type TimedJudgement } from '../../score-history.ts';
import type { AnalysisSettings } from '../../settings.ts';
import { changesOf, type TimedEffect } from './changes.ts';
import { yRange } from './y-range.ts';

/** p-values below this are drawn at the top of the axis. */
const SMALLEST_P = 1e-12;
const P_TICKS = [1, 0.1, 0.01, 0.001, 1e-6, 1e-9, 1e-12];

/** One feature's history of a score. */
export interface ScoreHistory {
  feature: string;
  history: readonly TimedJudgement[];
  /** One effect a chunk: the windows behind neighbouring samples overlap, and would pass for changes of the level. */
  chunks: readonly TimedEffect[];
  meaning: Meaning | undefined;
  /** What to call the number where its meaning is unknown. */
  metric: string;
}

/** How a number goes onto an axis on which up is towards drift. */
interface Axis {
  title: string;
  toY: (value: number) => number;
  limitToY: (limit: number) => number;
  isP: boolean;
}

function axisOf(meaning: Meaning | undefined, fallback: string): Axis {
  const same = (value: number) => value;
  if (!meaning) {
    return { title: `${fallback}, unknown scale`, toY: same, limitToY: same, isP: false };
  }
  if (meaning.valueIs === 'p_value') {
    const toY = (p: number) => -Math.log10(Math.min(1, Math.max(SMALLEST_P, p)));
    return { title: `${meaning.label}, log scale: up is towards drift`, toY, limitToY: toY, isP: true };
  }
  const { centre } = meaning;
  if (meaning.direction === 'two-sided' && centre !== undefined) {
    const title = centre === 0 ? `${meaning.label}, without sign` : `${meaning.label}, distance from ${centre}`;
    return { title, toY: (value) => Math.abs(value - centre), limitToY: same, isP: false };
  }
  return { title: meaning.label, toY: same, limitToY: same, isP: false };
}

/** Drift over time of one feature of a score; undefined where there are fewer than two numbers. */
export function scoreOverTime(
  { feature, history, chunks, meaning, metric }: ScoreHistory,
  settings: AnalysisSettings,
  formats: Formats
): OverTime | undefined {
  if (history.filter(({ value }) => !Number.isNaN(value)).length < 2) {
    return undefined;
  }
  const axis = axisOf(meaning, metric);
  const step = sampleStep(history.map(({ time }) => time));
  const bandOf = bands(meaning, settings.alpha);
  const drawn = history.flatMap((one) =>
    one.few ? [] : [axis.toY(one.value), one.limit ? axis.limitToY(one.limit.value) : NaN, axis.toY(bandOf(one) ?? NaN)]
  );
  const range = yRange([...drawn, axis.isP ? 2 : NaN]);
  const points = history.flatMap((one, at) => {
    const to = history[at + 1]?.time ?? one.time + (step ?? 0);
    const isGap = step !== undefined && to - one.time > 3 * step;
    const point = pointOf(one, isGap ? one.time + step : to, { axis, yMax: range.yMax, formats, band: bandOf(one) });
    return isGap ? [point, gapAfter(point, to, formats)] : [point];
  });
  const run = currentRun(history, step, settings.persistence);
  const since = run && !run.open ? run.from : undefined;
  return {
    feature,
    title: axis.title,
    points,
    ticks: axis.isP ? pTicks(range.yMax) : [],
    ...range,
    limitLabel: limitLabel(history, formats),
    ...(since !== undefined && { since: { time: since, text: `since ${formats.time(since)}` } }),
    changes: changesOf(chunks, formats),
    from: settings.from,
    to: settings.to,
  };
}

/** Which values a number without drift has for its n, all but alpha of them: p from alpha on, D and |t| up to this. */
function bands(meaning: Meaning | undefined, alpha: number): (one: TimedJudgement) => number | undefined {
  const known = new Map<string, number | undefined>();
  return ({ nReference, nCurrent }) => {
    if (!meaning || !['p_value', 'ks_d', 't'].includes(meaning.valueIs)) {
      return undefined;
    }
    if (meaning.valueIs !== 'p_value' && (nReference === undefined || nCurrent === undefined)) {
      return undefined;
    }
    const key = `${nReference}|${nCurrent}`;
    if (!known.has(key)) {
      const n = { ...(nReference !== undefined && { nReference }), ...(nCurrent !== undefined && { nCurrent }) };
      known.set(key, limitFor(meaning, { alpha, ...n })?.value);
    }
    return known.get(key);
  };
}

function levelOfJudged({ value, few, effect }: TimedJudgement): Level {
  return Number.isNaN(value) ? 'no data' : few ? 'few' : effect === undefined ? 'unjudged' : levelOf(effect);
}

const STATES: Partial<Record<Level, string>> = { few: 'too few rows', 'no data': 'no number', unjudged: 'not judged' };

function pointOf(
  one: TimedJudgement,
  to: number,
  { axis, yMax, formats, band }: { axis: Axis; yMax: number; formats: Formats; band: number | undefined }
): OverTimePoint {
  const { time, value, limit, few, effect, nReference, nCurrent } = one;
  const y = axis.toY(value);
  const level = levelOfJudged(one);
  const state = STATES[level] ?? `${formats.effect(effect)} × limit`;
  const n =
    nReference !== undefined && nCurrent !== undefined
      ? `n ${formats.count(nReference)} v ${formats.count(nCurrent)}`
      : 'n unknown';
  const parts = [
    Number.isNaN(value) ? '' : axis.isP ? formats.pWithSign(value) : formats.number(value),
    limit ? `limit ${formats.number(limit.value)}` : '',
    state,
    n,
  ];
  return {
    from: time,
    to,
    y: Number.isNaN(y) ? null : Math.min(y, yMax),
    // Where rows are too few nothing is judged, so no limit is drawn.
    limit: limit && !few ? axis.limitToY(limit.value) : null,
    ...(band !== undefined && !few && { band: [0, axis.limitToY(band)] as const }),
    level,
    over: one.over && !few,
    title: `${formats.time(time)}: ${parts.filter(Boolean).join(', ')}`,
  };
}

/** A stretch without samples, instead of a line drawn on as if they were there. */
function gapAfter({ to: from }: OverTimePoint, to: number, formats: Formats): OverTimePoint {
  return {
    from,
    to,
    y: null,
    limit: null,
    level: 'no data',
    over: false,
    title: `${formats.range(from, to)}: no data`,
  };
}

function pTicks(yMax: number): AxisTick[] {
  return P_TICKS.map((p) => ({
    y: -Math.log10(p),
    text: p >= 0.001 ? String(p) : `1e${Math.round(Math.log10(p))}`,
  })).filter(({ y }) => y <= yMax);
}

function limitLabel(history: readonly TimedJudgement[], formats: Formats): string {
  const limits = history.flatMap(({ limit }) => (limit ? [limit] : []));
  const last = limits[limits.length - 1];
  return last ? `limit ${formats.number(last.value)}, ${last.origin}` : '';
}
