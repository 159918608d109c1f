import type { Meaning } from '@soundcheck/query';
import type { AxisTick, OverTime, OverTimePoint } from '../report/history.ts';
import { currentRun, sampleStep, type TimedJudgement } from './chunks.ts';
import { formatNumber, formatP } from './format.ts';
import type { AnalysisSettings } from './settings.ts';

/** p-values below this are drawn at the top of the axis. */
const SMALLEST_P = 1e-12;
const P_TICKS = [1, 0.1, 0.01, 0.001, 1e-6, 1e-9, 1e-12];

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

/**
 * Drift over time of one feature.
 * @param metric what to call the number where its meaning is unknown
 */
export function overTimeOf(
  history: readonly TimedJudgement[],
  meaning: Meaning | undefined,
  metric: string,
  settings: AnalysisSettings
): OverTime | undefined {
  if (history.filter(({ value }) => !Number.isNaN(value)).length < 2) {
    return undefined;
  }
  const axis = axisOf(meaning, metric);
  const ys = history
    .flatMap(({ value, limit, few }) => (few ? [] : [axis.toY(value), limit ? axis.limitToY(limit.value) : NaN]))
    .filter(Number.isFinite);
  const top = Math.max(...ys, axis.isP ? 2 : -Infinity);
  const bottom = Math.min(0, ...ys);
  const yMax = Number.isFinite(top) && top > bottom ? bottom + (top - bottom) * 1.1 : bottom + 1;
  const points = withGaps(
    history.map((one) => pointOf(one, axis, { yMax, settings })),
    sampleStep(history.map(({ time }) => time))
  );
  return {
    title: axis.title,
    points,
    ticks: axis.isP ? pTicks(yMax) : [],
    yMin: bottom,
    yMax,
    limitLabel: limitLabel(history),
    ...sinceOf(history, settings),
    from: settings.from,
    to: settings.to,
  };
}

/** The start of the run over the limit that still goes on. */
function sinceOf(history: readonly TimedJudgement[], settings: AnalysisSettings): Pick<OverTime, 'since'> {
  const run = currentRun(history, sampleStep(history.map((one) => one.time)));
  return !run || run.open ? {} : { since: { time: run.from, text: `since ${settings.formatTime(run.from)}` } };
}

function pointOf(
  one: TimedJudgement,
  axis: Axis,
  { yMax, settings }: { yMax: number; settings: AnalysisSettings }
): OverTimePoint {
  const y = axis.toY(one.value);
  const number = axis.isP ? `p ${formatP(one.value)}` : formatNumber(one.value);
  const limit = one.limit ? `, limit ${formatNumber(one.limit.value)}` : '';
  const n =
    one.nReference !== undefined && one.nCurrent !== undefined
      ? `, n ${formatNumber(one.nReference)} v ${formatNumber(one.nCurrent)}`
      : '';
  return {
    time: one.time,
    y: Number.isNaN(y) ? null : Math.min(y, yMax),
    // Where rows are too few nothing is judged, so no limit is drawn.
    limit: one.limit && !one.few ? axis.limitToY(one.limit.value) : null,
    over: one.over && !one.few,
    title: `${settings.formatTime(one.time)}: ${number}${limit}${n}${one.few ? ', too few rows' : ''}`,
  };
}

/** Breaks the line where samples are missing, instead of drawing on as if they were there. */
function withGaps(points: OverTimePoint[], step: number | undefined): OverTimePoint[] {
  return points.flatMap((point, at) => {
    const next = points[at + 1];
    const isGap = step !== undefined && next !== undefined && next.time - point.time > 3 * step;
    return isGap ? [point, { time: point.time + step, y: null, limit: null, over: false, title: 'no data' }] : [point];
  });
}

function pTicks(yMax: number): AxisTick[] {
  return P_TICKS.map((p) => ({
    y: -Math.log10(p),
    text: p >= 0.001 ? String(p) : `1e${Math.round(Math.log10(p))}`,
  })).filter(({ y }) => y <= yMax);
}

function limitLabel(history: readonly TimedJudgement[]): string {
  const limits = history.flatMap(({ limit }) => (limit ? [limit] : []));
  const last = limits[limits.length - 1];
  return last ? `limit ${formatNumber(last.value)}, ${last.origin}` : '';
}
