import type { DataSet } from '../../read/data-set.ts';
import type { AnalysisSettings } from '../settings.ts';

/** Bounds of a chunk, epoch ms, end excluded. */
export interface Bounds {
  from: number;
  to: number;
}

/** The times of the current side, as far as they tell how to cut it. */
export interface Stretch extends Bounds {
  /** Rows of a typical feature inside. */
  rows: number;
  /** Times of the longest column of rows inside, ascending; empty where there are counts only. */
  times: Float64Array;
  /** The chunks that counts came in, ascending and each once; empty where there are none. */
  own: Bounds[];
}

/** Epoch ms that a calendar has a date for, with room for the period around it. */
function isDate(time: number): boolean {
  return Math.abs(time) <= 8.6e15;
}

/**
 * Looks at the times once. Rows far from the panel's time range (a clock that jumped) are left out where most rows lie in
 * it, so that they do not stretch the axis over years.
 * @returns undefined where no current row and no chunk has a time
 */
export function currentStretch(data: DataSet, settings: AnalysisSettings): Stretch | undefined {
  const own = ownChunks(data);
  const tables = data.tables.filter(({ side, times }) => side === 'current' && times !== undefined);
  const lists = [...new Set(tables.flatMap(({ times }) => (times ? [times] : [])))];
  const inside = within(lists, settings);
  let [from, to] = [Infinity, -Infinity];
  for (const times of lists) {
    for (const time of times) {
      if (inside(time)) {
        from = Math.min(from, time);
        to = Math.max(to, time + 1);
      }
    }
  }
  for (const chunk of own) {
    from = Math.min(from, chunk.from);
    to = Math.max(to, chunk.to);
  }
  if (!(from < to)) {
    return undefined;
  }
  const longest = lists.reduce((best, times) => (times.length > best.length ? times : best), new Float64Array());
  return {
    from,
    // What does not come any more is to be seen: the axis goes on to now, unless that would squash the rest.
    to: settings.to >= to && settings.to - to <= to - from ? Math.max(to, settings.to) : to,
    rows: typicalRows(data),
    times: longest.filter(inside).sort(),
    own,
  };
}

function within(lists: readonly Float64Array[], { from, to }: AnalysisSettings): (time: number) => boolean {
  let [all, inRange] = [0, 0];
  for (const times of lists) {
    for (const time of times) {
      all += +isDate(time);
      inRange += +(time >= from && time < to);
    }
  }
  return inRange * 2 > all ? (time) => time >= from && time < to : isDate;
}

function ownChunks({ counts }: DataSet): Bounds[] {
  const ends = new Map<number, Set<number>>();
  for (const { chunks } of counts) {
    for (const { from, to } of chunks) {
      if (isDate(from) && isDate(to) && from < to) {
        const known = ends.get(from);
        if (known) {
          known.add(to);
        } else {
          ends.set(from, new Set([to]));
        }
      }
    }
  }
  return [...ends]
    .flatMap(([from, all]) => [...all].map((to) => ({ from, to })))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The middle one of the features by their current rows with a time. */
function typicalRows({ tables, counts }: DataSet): number {
  const rows = new Map<string, number>();
  for (const { side, times, length, columns } of tables) {
    if (side === 'current' && times) {
      columns.forEach(({ feature }) => rows.set(feature, (rows.get(feature) ?? 0) + length));
    }
  }
  for (const { feature, chunks } of counts) {
    let own = rows.get(feature) ?? 0;
    for (const chunk of chunks) {
      for (const count of chunk.counts) {
        own += count > 0 ? count : 0;
      }
    }
    rows.set(feature, own);
  }
  const sorted = [...rows.values()].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
