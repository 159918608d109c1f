import { chunksByBounds, chunksByCount, chunksBySize, isDriftError, type PeriodAround } from '@soundcheck/drift';
import type { DataSet } from '../read/data-set.ts';
import type { Absent } from '../report/absent.ts';
import { currentStretch, type Bounds, type Stretch } from './chunks/current-stretch.ts';
import { parseStep, roundStep, stepName } from './chunks/steps.ts';
import { CALENDAR_UNITS, zonedPeriod } from './chunks/zoned-period.ts';
import { knownTimeZone } from './format.ts';
import type { AnalysisSettings } from './settings.ts';

export { chunkSamples } from './chunks/chunk-samples.ts';

/** The chunks that all features share: bounds in epoch ms, end excluded, ascending; a stretch between two may be in none. */
export interface ChunkAxis {
  from: Float64Array;
  to: Float64Array;
  /** "chunks of 6 h", "30 chunks of equal size". */
  title: string;
}

/** More chunks than this no screen shows, and no reader reads. */
const MOST_CHUNKS = 2_000;

const NO_TIME =
  'The current data has no time, so there is nothing over time. Add a column with times, or pick it under "Time" in the panel\'s options.';

/**
 * Cuts the current side into chunks by the options; counts keep the chunks that they came in, or are joined to longer
 * ones. `auto`: round steps from the epoch on, as many as there is room for, each with twice the least rows of a verdict
 * where the rows allow it.
 */
export function chunkAxisOf(data: DataSet, settings: AnalysisSettings): ChunkAxis | Absent {
  const stretch = currentStretch(data, settings);
  if (!stretch) {
    return { absent: NO_TIME };
  }
  const { by, every, n } = settings.chunks;
  switch (by) {
    case 'auto':
      return keptAsTheyCame(stretch, settings.mostChunks) ?? bySteps(stretch, finestStep(stretch, settings));
    case 'time': {
      const step = parseStep(every);
      return step === undefined
        ? {
            absent: `Chunks of "${every}" are none: write a number with s, m, h, d or w, such as 6h, in the panel's options.`,
          }
        : bySteps(stretch, step);
    }
    case 'calendar':
      return byCalendar(stretch, every, settings.timeZone);
    case 'count':
    case 'size':
      return byRows(stretch, by, Math.round(n));
  }
}

/** Counts alone, each chunk as it came, where there is room for them. */
function keptAsTheyCame({ own, times }: Stretch, mostChunks: number): ChunkAxis | undefined {
  const apart = own.every(({ from }, i) => i === 0 || from >= (own[i - 1]?.to ?? NaN));
  if (times.length > 0 || own.length === 0 || own.length > Math.max(1, mostChunks) || !apart) {
    return undefined;
  }
  const lengths = new Set(own.map(({ from, to }) => to - from));
  const [length] = lengths;
  const title =
    lengths.size === 1 && length !== undefined ? `chunks of ${stepName(length)}` : `${own.length} chunks as they came`;
  return axisOf(own, title);
}

/** Round, with room on the screen, and with rows enough for a verdict as long as at least two chunks are left. */
function finestStep({ from, to, rows }: Stretch, { mostChunks, minRows }: AnalysisSettings): number {
  const span = to - from;
  const forRows = rows > 0 ? (span * 2 * minRows) / rows : 0;
  // One more than needed: the first and the last chunk stick out of the stretch.
  return roundStep(Math.max(span / Math.max(1, mostChunks - 1), Math.min(forRows, span / 2)));
}

/** No chunk is shorter than those that counts came in. */
function bySteps(stretch: Stretch, wanted: number): ChunkAxis | Absent {
  const longest = stretch.own.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const step = wanted >= longest ? wanted : roundStep(longest);
  const start = (time: number) => Math.floor(time / step) * step;
  return byPeriods(stretch, (time) => [start(time), start(time) + step], `chunks of ${stepName(step)}`);
}

function byCalendar(stretch: Stretch, every: string, timeZone: string): ChunkAxis | Absent {
  const unit = CALENDAR_UNITS.find((one) => one === every.trim().toLowerCase());
  if (!unit) {
    return { absent: `"${every}" is no period of the calendar: choose day, week or month in the panel's options.` };
  }
  return byPeriods(stretch, zonedPeriod(unit, timeZone), `chunks of a ${unit} (${knownTimeZone(timeZone)})`);
}

function byPeriods({ from, to }: Stretch, around: PeriodAround, title: string): ChunkAxis | Absent {
  const [start, end] = around(from);
  const about = (to - from) / (end - start);
  const found = about > MOST_CHUNKS ? undefined : chunksByBounds([], around, { from, to });
  if (found === undefined || isDriftError(found)) {
    return tooMany(about);
  }
  return axisOf(
    found.chunks.map((chunk) => ({ from: chunk.start, to: chunk.end })),
    title
  );
}

/** Chunks of rows in the order of their times; rows of one time stay together. */
function byRows({ times, own }: Stretch, by: 'count' | 'size', n: number): ChunkAxis | Absent {
  if (!(n >= 1)) {
    const what = by === 'count' ? 'How many chunks' : 'How many rows a chunk';
    return { absent: `${what} is not said: give a whole number from 1 under "Chunks" in the panel's options.` };
  }
  if (by === 'size' && times.length === 0) {
    return keptAsTheyCame({ from: 0, to: 0, rows: 0, times, own }, MOST_CHUNKS) ?? tooMany(own.length);
  }
  const length = times.length > 0 ? times.length : own.length;
  const chunks = by === 'count' ? chunksByCount(length, n) : chunksBySize(length, n, { remainder: 'keep' });
  if (isDriftError(chunks)) {
    return { absent: `${chunks.message} Change "Chunks" in the panel's options.` };
  }
  if (chunks.length > MOST_CHUNKS) {
    return tooMany(chunks.length);
  }
  const startOf = (row: number) => (times.length > 0 ? times[row] : own[row]?.from) ?? NaN;
  const end = times.length > 0 ? (times[times.length - 1] ?? NaN) + 1 : Math.max(...own.map(({ to }) => to));
  const starts = [...new Set(chunks.filter((chunk) => chunk.n > 0).map((chunk) => startOf(chunk.start)))];
  const bounds = starts.map((from, i) => ({ from, to: starts[i + 1] ?? end }));
  return axisOf(bounds, by === 'count' ? `${bounds.length} chunks of equal size` : `chunks of ${n} rows`);
}

function axisOf(chunks: readonly Bounds[], title: string): ChunkAxis {
  return {
    from: Float64Array.from(chunks, ({ from }) => from),
    to: Float64Array.from(chunks, ({ to }) => to),
    title,
  };
}

function tooMany(chunks: number): Absent {
  return {
    absent: `That would be ${Math.round(chunks).toLocaleString('en-US')} chunks, more than can be shown: take longer ones in the panel's options, or a shorter time range.`,
  };
}
