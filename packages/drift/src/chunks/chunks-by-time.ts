import { isDriftError, notDefined } from '../errors.ts';
import type { DriftError } from '../types.ts';
import { calendarPeriodAround, fixedPeriodAround } from './calendar-period.ts';
import type { CalendarPeriod } from './calendar-period.ts';
import { mostChunks, tooManyChunks } from './chunk.ts';
import { rowsBetween, timeFacts } from './time-rows.ts';
import type { TimedChunks, Times } from './time-rows.ts';

/** The chunk [start, end) in ms that holds a time. Chunks touch: where one ends the next starts. */
export type PeriodAround = (time: number) => readonly [start: number, end: number];

/** Which stretch to cut: all chunks that overlap [from, to). Default: from the first to the last time. */
export interface ChunkRange {
  from?: number;
  to?: number;
}

/** Which stretch is cut, and where its periods start. */
export interface ChunksByTimeOptions extends ChunkRange {
  /** Periods of fixed length: ms after the epoch at which one starts. Default 0. */
  offset?: number;
  /** Calendar periods: minutes that the clocks are ahead of UTC. Default 0. */
  utcOffset?: number;
}

/** The bounds of all periods that hold a time from `first` to `last`, both included. */
function boundsOver(around: PeriodAround, first: number, last: number): Float64Array | DriftError {
  const bounds: number[] = [];
  let time = first;
  while (time <= last) {
    const [start, end] = around(time);
    const touches = bounds.length === 0 || start === time;
    if (!(start <= time && time < end && touches && Number.isFinite(end))) {
      return notDefined(
        `The period around ${time} ms is [${start}, ${end}): it must hold that time and touch the one before it.`
      );
    }
    if (bounds.length > mostChunks) {
      return tooManyChunks();
    }
    bounds.push(...(bounds.length === 0 ? [start, end] : [end]));
    time = end;
  }
  return Float64Array.from(bounds);
}

function givenBounds(bounds: ArrayLike<number>): Float64Array | DriftError {
  const list = Float64Array.from(bounds);
  const ascends = list.every((bound, i) => Number.isFinite(bound) && (i === 0 || bound > (list[i - 1] ?? NaN)));
  return ascends && list.length > 1
    ? list
    : notDefined('Bounds of chunks must ascend, be finite and at least two: sort them, and take out equal ones.');
}

/**
 * Chunks between bounds: a list of ascending times in ms, or a function that gives the period around a time. For time
 * zones with summer time: let the caller's calendar say where its days start. Half-open [start, end); rows may be out of
 * order; empty chunks stay. `range` is for functions.
 * `not defined` where bounds do not ascend, a period does not hold its time or touch the one before, or past 100,000
 * chunks.
 */
export function chunksByBounds(
  times: Times,
  bounds: ArrayLike<number> | PeriodAround,
  range: ChunkRange = {}
): TimedChunks | DriftError {
  const facts = timeFacts(times);
  if (typeof bounds !== 'function') {
    const list = givenBounds(bounds);
    return isDriftError(list) ? list : rowsBetween(times, list, facts);
  }
  const first = range.from ?? facts.first;
  const last = range.to ?? facts.last;
  if (Number.isNaN(first) || Number.isNaN(last) || first > last || (range.to !== undefined && first === last)) {
    return { chunks: [], missing: facts.missing, outside: times.length - facts.missing };
  }
  const list = boundsOver(bounds, first, last);
  if (isDriftError(list)) {
    return list;
  }
  // `to` itself is not wanted: a period that starts there is not.
  const end = list[list.length - 2] === range.to ? list.length - 1 : list.length;
  return rowsBetween(times, list.subarray(0, end), facts);
}

/**
 * Chunks by time: a number of ms (from the epoch on, or `offset`), or a period of the calendar in UTC or at a fixed
 * `utcOffset`. Half-open [start, end), without gaps; rows may be out of order and share a time; empty chunks stay.
 * A chunk holds all rows of its period, also those before `from`: it does not depend on the range looked at.
 * `not defined` where the period is none, or past 100,000 chunks.
 */
export function chunksByTime(
  times: Times,
  period: number | CalendarPeriod,
  options: ChunksByTimeOptions = {}
): TimedChunks | DriftError {
  const { offset = 0, utcOffset = 0, ...range } = options;
  if (typeof period !== 'number') {
    return chunksByBounds(times, calendarPeriodAround(period, utcOffset), range);
  }
  return period > 0 && Number.isFinite(period) && Number.isFinite(offset)
    ? chunksByBounds(times, fixedPeriodAround(period, offset), range)
    : notDefined(`A period of ${period} ms from ${offset} ms on is none: give milliseconds above 0.`);
}
