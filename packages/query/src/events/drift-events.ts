import { isDriftError, persistsOverTime } from '@soundcheck/drift';
import type { Persistence, TimedPoint } from '@soundcheck/drift';
import { meaningOf } from '../catalogue/catalogue.ts';
import { isOverLimit } from '../catalogue/limits.ts';
import type { Meaning } from '../catalogue/meaning.ts';
import { overLimit } from '../catalogue/over-limit.ts';
import { queryError } from '../core/io.ts';
import type { Frame } from '../frames/contract.ts';
import type { TrustyEvent } from './event.ts';
import { formatSpan, rangeOf, stepOf } from './steps.ts';

/** When drift is on: at least `need` of the last `of` steps over the limit. */
export interface DriftRule extends Persistence {
  /** Milliseconds of a step; steps begin at whole multiples since the epoch. Absent: the shortest time between two points. */
  every?: number;
  /** Instead of the limit that the frames carry. */
  limit?: number;
  /** The range that was asked for. Absent: from the first to the last point. */
  range?: { from: number; to: number };
}

/** A score over time with its limits. */
interface Series {
  name: string;
  labels: Readonly<Record<string, string>>;
  meaning: Meaning;
  times: number[];
  values: number[];
  limits: number[];
  origin: string;
}

function numbersOf({ fields }: Frame, name: string): number[] | undefined {
  const values = fields.find((field) => field.name === name)?.values;
  return values && Array.from<unknown, number>(values, (value) => (typeof value === 'number' ? value : NaN));
}

/** A `scores` frame over time whose meaning is known; others cannot be judged. */
function seriesOf(frame: Frame, limit: number | undefined): Series[] {
  const labels = frame.fields.find(({ name }) => name === 'value')?.labels ?? {};
  const meaning = meaningOf(labels['metric'] ?? '', labels['value_is'] ?? '');
  const times = numbersOf(frame, 'time');
  const values = numbersOf(frame, 'value');
  const limits = limit === undefined ? numbersOf(frame, 'limit') : values?.map(() => limit);
  if (meaning === undefined || times === undefined || values === undefined || limits === undefined) {
    return [];
  }
  const given = frame.meta?.custom?.soundcheck?.limitOrigin;
  const origin = limit === undefined ? (given ?? 'of unknown origin') : 'set in the query';
  return [{ name: frame.name ?? labels['feature'] ?? '', labels, meaning, times, values, limits, origin }];
}

/** Over the limit at each point; null where there is no number or no limit. */
function pointsOf({ meaning, times, values, limits }: Series): TimedPoint[] {
  return times.map((time, i) => {
    const value = values[i] ?? NaN;
    const limit = limits[i] ?? NaN;
    return { time, over: Number.isNaN(value) || Number.isNaN(limit) ? null : isOverLimit(meaning, value, limit) };
  });
}

/** The point in [from, to) that lies farthest over its limit. */
function worstIn({ meaning, times, values, limits }: Series, from: number, to: number): number {
  const units = (i: number) => overLimit(meaning, values[i] ?? NaN, limits[i] ?? NaN);
  return times.reduce((worst, time, i) => {
    const inside = time >= from && time < to && !Number.isNaN(units(i));
    return inside && (worst < 0 || units(i) > units(worst)) ? i : worst;
  }, -1);
}

/** A stretch of time in which drift is on. */
interface Stretch {
  start: number;
  /** Absent: still on at the end of the range. */
  end?: number;
  /** It may have begun before the range. */
  before: boolean;
}

function short(value: number | undefined): string {
  return String(Number((value ?? NaN).toPrecision(3)));
}

function toEvent(series: Series, { start, end, before }: Stretch, rule: DriftRule & { every: number }): TrustyEvent {
  const { name, labels, meaning, values, limits, origin } = series;
  const worst = worstIn(series, start, end ?? Infinity);
  const { model = '', feature = '', metric = '', request_name: schedule = '' } = labels;
  const farthest = worst < 0 ? '' : ` Farthest: ${short(values[worst])}, limit ${short(limits[worst])} (${origin}).`;
  const open = `${before ? ' It was on when the time range began.' : ''}${end === undefined ? ' It is not over yet.' : ''}`;
  const among = rule.of === 1 ? '' : `at least ${rule.need} of ${rule.of} `;
  const steps = `${among}steps of ${formatSpan(rule.every)}`;
  return {
    id: ['drift', model, metric, feature, schedule, String(start)].join(':'),
    time: start,
    ...(end === undefined ? {} : { timeEnd: end }),
    title: `Drift of ${name}`,
    text: `${meaning.label} of ${feature} (${model}) over its limit in ${steps}.${farthest}${open}`,
    tags: ['drift', metric, model, feature],
  };
}

/**
 * When drift began and ended, for annotations: one event for each stretch in which at least `need` of the last `of` steps
 * are over the limit. A step is over where its last point is; a step without a number is not.
 * @param frames `scores` frames over time, as `scoresFromPrometheus` gives them; others are passed over
 * @throws CoreError for a rule that is not possible
 */
export function driftEvents(frames: readonly Frame[], rule: DriftRule): TrustyEvent[] {
  const all = frames.flatMap((frame) => seriesOf(frame, rule.limit));
  const lists = all.map(({ times }) => times);
  const every = rule.every ?? stepOf(lists);
  const { from, to } = rule.range ?? rangeOf(lists, every);
  const events = all.flatMap((series): TrustyEvent[] => {
    const steps = persistsOverTime(pointsOf(series), { need: rule.need, of: rule.of, every }, [from, to]);
    if (isDriftError(steps)) {
      throw queryError(steps.message);
    }
    const stretches: Stretch[] = [];
    steps.forEach(({ start, on }, i) => {
      const was = i > 0 && steps[i - 1]?.on === true;
      const last = stretches[stretches.length - 1];
      if (on && !was) {
        stretches.push({ start, before: i === 0 });
      } else if (!on && was && last) {
        last.end = start;
      }
    });
    return stretches.map((stretch) => toEvent(series, stretch, { ...rule, every }));
  });
  return events.sort((a, b) => a.time - b.time);
}
