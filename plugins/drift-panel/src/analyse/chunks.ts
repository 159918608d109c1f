import { levelOf } from '../report/level.ts';
import type { Level, StripCell } from '../report/history.ts';
import type { Strip } from '../report/report.ts';
import { formatEffect } from './format.ts';
import type { Judged } from './judge-sample.ts';
import type { AnalysisSettings } from './settings.ts';

/** A judged number and when it was. */
export interface TimedJudgement extends Judged {
  time: number;
}

/** Chunks of equal length over the panel's time range, aligned to the epoch as alert rules are. */
export interface Chunks {
  step: number;
  starts: number[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [1, 2, 5, 10, 15, 30]
  .map((n) => n * MINUTE)
  .concat(
    [1, 2, 3, 4, 6, 8, 12].map((n) => n * HOUR),
    [1, 2, 7, 14, 28, 91].map((n) => n * DAY)
  );

/** The middle distance between neighbouring samples; undefined with fewer than two. */
export function sampleStep(times: readonly number[]): number | undefined {
  const gaps = times
    .slice(1)
    .map((time, at) => time - (times[at] ?? time))
    .filter((gap) => gap > 0);
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
}

/** The finest round step that fits the room and is not finer than the samples are. */
export function chunksOf({ from, to, mostChunks }: AnalysisSettings, finest: number): Chunks {
  const need = Math.max(finest, (to - from) / Math.max(1, mostChunks));
  const step = STEPS.find((candidate) => candidate >= need) ?? Math.ceil(need / DAY) * DAY;
  const starts: number[] = [];
  for (let start = Math.floor(from / step) * step; start < to; start += step) {
    starts.push(start);
  }
  return { step, starts };
}

/** "6 h", "1 d", "30 min". */
export function stepName(step: number): string {
  if (step >= DAY) {
    return `${step / DAY} d`;
  }
  return step >= HOUR ? `${step / HOUR} h` : `${step / MINUTE} min`;
}

export function stripOf(chunks: Chunks, { from, to }: AnalysisSettings): Strip {
  return { from, to, title: `Last ${spanName(to - from)}, median of each ${stepName(chunks.step)}` };
}

/** "7 days", "6 hours", "45 minutes": the nearest round name of a span. */
function spanName(span: number): string {
  const [size, unit] = span >= 2 * DAY ? [DAY, 'days'] : span >= 2 * HOUR ? [HOUR, 'hours'] : [MINUTE, 'minutes'];
  return `${Math.round(span / size)} ${unit}`;
}

/**
 * One cell a chunk: the median effect of its samples. Not the highest: the limit holds for one number, and the highest of
 * six passes it by chance far more often than one in twenty.
 * @param names time of each chunk in words, in the order of `chunks.starts`
 */
export function cellsOf(history: readonly TimedJudgement[], chunks: Chunks, names: readonly string[]): StripCell[] {
  const buckets = new Map<number, TimedJudgement[]>();
  for (const sample of history) {
    const start = Math.floor(sample.time / chunks.step) * chunks.step;
    const bucket = buckets.get(start);
    if (bucket) {
      bucket.push(sample);
    } else {
      buckets.set(start, [sample]);
    }
  }
  return chunks.starts.map((from, at) => {
    const inside = (buckets.get(from) ?? []).filter(({ value }) => !Number.isNaN(value));
    const judged = inside.filter(({ few, effect }) => !few && effect !== undefined);
    const effects = judged.map(({ effect }) => effect ?? 0).sort((a, b) => a - b);
    const middle = effects[Math.floor((effects.length - 1) / 2)];
    const level: Level =
      middle !== undefined
        ? levelOf(middle)
        : inside.length === 0
          ? 'no data'
          : inside.every(({ few }) => few)
            ? 'few'
            : 'unjudged';
    return {
      from,
      to: from + chunks.step,
      level,
      title: `${names[at] ?? ''}: ${describe(level, middle, effects[effects.length - 1])}`,
    };
  });
}

function describe(level: Level, middle: number | undefined, top: number | undefined): string {
  if (middle !== undefined) {
    const highest = top === middle ? '' : `, highest ${formatEffect(top)}`;
    return `${formatEffect(middle)} × limit${highest}`;
  }
  return level === 'few' ? 'too few rows' : level === 'no data' ? 'no data' : 'not judged, no limit is known';
}

/** A run over the limit that still goes on. */
export interface Run {
  /** Its first sample. */
  from: number;
  /** It fills the whole history, so it may have begun before. */
  open: boolean;
}

/** The current run over the limit; a gap longer than three steps, or a sample below the limit, ends a run. */
export function currentRun(history: readonly TimedJudgement[], step: number | undefined): Run | undefined {
  let after: number | undefined;
  for (const sample of [...history].reverse()) {
    const gap = after !== undefined && step !== undefined && after - sample.time > 3 * step;
    if (gap || !sample.over || sample.few) {
      break;
    }
    after = sample.time;
  }
  return after === undefined ? undefined : { from: after, open: after === history[0]?.time };
}
