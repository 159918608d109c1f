import { adjust, type Assessment, type Sample } from '@soundcheck/drift';
import type { Absent } from '../../../report/absent.ts';
import type { Calendar } from '../../../report/history.ts';
import { levelIndex, levelOf, type Level } from '../../../report/level.ts';
import type { Work } from '../../../run/analyst.ts';
import { knownTimeZone, type Formats } from '../../format.ts';
import type { AnalysisSettings } from '../../settings.ts';
import { calendarSentence } from './calendar-sentence.ts';
import { clockOf, hourOfWeekIn, HOURS_OF_WEEK, rowsByHour, weekdayName } from './hour-of-week.ts';
import type { HourVerdict } from './hour-verdict.ts';
import type { TimedRows } from './timed-rows.ts';

/** The verdict on two samples of the feature. */
export type Judge = (reference: Sample, current: Sample) => Assessment;

/**
 * Drift by weekday and hour: the current rows of each hour of the week against the reference rows of the same hour, where
 * there are enough, else against the whole reference. Shows a season that looks like drift, and drift at certain hours.
 */
export function* calendarOfRows(
  { reference, current }: { reference: TimedRows | undefined; current: TimedRows },
  { judge, whole }: { judge: Judge; whole: Sample },
  settings: AnalysisSettings,
  formats: Formats
): Work<Calendar | Absent> {
  const hourOf = hourOfWeekIn(settings.timeZone);
  const now = rowsByHour(current.times, hourOf);
  yield { share: 0, doing: 'sorting the rows by hour' };
  const before = reference ? rowsByHour(reference.times, hourOf) : [];
  yield { share: 0, doing: 'sorting the rows by hour' };
  const least = Math.max(1, settings.minRows);
  const found: HourVerdict[] = [];
  let [seasonal, judged] = [0, 0];
  for (let hour = 0; hour < HOURS_OF_WEEK; hour++) {
    const rows = now[hour] ?? new Int32Array();
    const same = before[hour] ?? new Int32Array();
    const isSame = reference !== undefined && same.length >= least;
    const enough = rows.length >= least;
    const verdict = enough ? judge(isSame ? reference.take(same) : whole, current.take(rows)) : undefined;
    found.push(hourVerdict(rows.length, verdict, { isSame, formats }));
    seasonal += enough && isSame ? 1 : 0;
    judged += enough ? 1 : 0;
    yield { share: (hour + 1) / HOURS_OF_WEEK, doing: `judging hour ${hour + 1} of ${HOURS_OF_WEEK}` };
  }
  const against =
    seasonal === 0
      ? 'the whole reference'
      : seasonal === judged
        ? 'the same hour of the reference'
        : `the same hour of the reference (${seasonal} of ${judged} hours) or, with too few rows there, all of it`;
  return assembled(
    found,
    `Weekday and hour (${knownTimeZone(settings.timeZone)}) against ${against}`,
    settings,
    formats
  );
}

function hourVerdict(
  n: number,
  verdict: Assessment | undefined,
  { isSame, formats }: { isSame: boolean; formats: Formats }
): HourVerdict {
  const rows = formats.plural(n, 'row');
  if (!verdict) {
    return {
      n,
      level: n > 0 ? 'few' : 'no data',
      over: false,
      text: n > 0 ? `${rows}, too few for a verdict` : 'no data',
    };
  }
  const { state, effectOverLimit: effect, pValue, nReference } = verdict;
  const against = `v ${formats.plural(nReference, 'row')} of ${isSame ? 'the same hour' : 'the whole reference'}`;
  if (state === 'no data' || state === 'too few rows') {
    return { n, level: state === 'no data' ? 'no data' : 'few', over: false, text: `${rows} ${against}: ${state}` };
  }
  const times = effect === undefined ? 'not judged' : `${formats.effect(effect)} × limit`;
  const p = pValue === undefined ? '' : `, ${formats.pWithSign(pValue)}`;
  return {
    n,
    level: levelOf(effect),
    ...(effect !== undefined && { effect }),
    ...(pValue !== undefined && verdict.basis === 'significance' && { pValue }),
    over: state === 'drift',
    text: `${rows} ${against}: ${times}${p}`,
  };
}

/** One judged chunk of a history. */
export interface TimedEffect {
  from: number;
  effect?: number;
  level: Level;
}

/** The same from chunks or scores: the median effect of those that begin in an hour. */
export function calendarOfChunks(
  points: readonly TimedEffect[],
  settings: AnalysisSettings,
  formats: Formats
): Calendar | Absent {
  const hourOf = hourOfWeekIn(settings.timeZone);
  const byHour = Array.from({ length: HOURS_OF_WEEK }, (): TimedEffect[] => []);
  points.filter(({ level }) => level !== 'no data').forEach((point) => byHour[hourOf(point.from)]?.push(point));
  const hours = new Set(points.map(({ from }) => hourOf(from) % 24));
  if (hours.size < 2) {
    return {
      absent:
        'All chunks begin at the same hour, so they cannot be told apart by hour: take chunks of an hour or a few, or a longer time range.',
    };
  }
  const found = byHour.map((here): HourVerdict => {
    const effects = here.flatMap(({ effect }) => effect ?? []).sort((a, b) => a - b);
    const middle = effects[Math.floor((effects.length - 1) / 2)];
    const chunks = formats.plural(here.length, 'chunk');
    if (middle === undefined) {
      const few = here.length > 0 && here.every(({ level }) => level === 'few');
      const level = here.length === 0 ? 'no data' : few ? 'few' : 'unjudged';
      const words = {
        'no data': 'no data',
        few: `${chunks}, too few rows`,
        unjudged: `${chunks}, not judged`,
      } as const;
      return { n: here.length, level, over: false, text: words[level] };
    }
    const text = `${chunks}, median ${formats.effect(middle)} × limit`;
    return { n: here.length, level: levelOf(middle), effect: middle, over: middle > 1, text };
  });
  return assembled(
    found,
    `Weekday and hour (${knownTimeZone(settings.timeZone)}), median of the chunks that begin then`,
    settings,
    formats
  );
}

function assembled(
  found: readonly HourVerdict[],
  title: string,
  settings: AnalysisSettings,
  formats: Formats
): Calendar | Absent {
  if (found.every(({ n }) => n === 0)) {
    return { absent: 'No current row has a time, so there is no weekday and hour: query a time column.' };
  }
  const adjusted = adjust(
    found.map(({ pValue }) => pValue ?? NaN),
    settings.correction
  );
  const corrected = found.map((hour, i) =>
    hour.pValue === undefined ? hour : { ...hour, over: (adjusted[i] ?? 1) < settings.alpha }
  );
  return {
    title,
    effect: Float32Array.from(found, ({ effect }) => effect ?? NaN),
    level: Uint8Array.from(found, ({ level }) => levelIndex(level)),
    n: Float64Array.from(found, ({ n }) => n),
    titles: found.map(({ text }, hour) => {
      const day = weekdayName(Math.floor(hour / 24), settings.locale);
      return `${day} ${clockOf(hour % 24)}–${clockOf((hour % 24) + 1)}: ${text}`;
    }),
    sentence: calendarSentence(corrected, settings, formats),
  };
}
