const SECOND = 1000;
const DAY = 86_400 * SECOND;
/** Widths that people read easily, in milliseconds. */
const WIDTHS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200].map(
  (seconds) => seconds * SECOND
);

/** The most buckets that a range is cut into. */
export const MOST_BUCKETS = 200;

export interface TimeRange {
  from: number;
  to: number;
}

/** Buckets that touch a range; they are aligned to the epoch. */
function bucketsIn({ from, to }: TimeRange, width: number): number {
  return Math.floor(to / width) - Math.floor(from / width) + 1;
}

/** The narrowest easy width that cuts a range into at most 200 buckets: up to half a day, beyond that whole days. */
export function bucketWidth(range: TimeRange): number {
  const width = WIDTHS.find((one) => bucketsIn(range, one) <= MOST_BUCKETS);
  return width ?? DAY * Math.max(1, Math.ceil((range.to - range.from) / DAY / (MOST_BUCKETS - 1)));
}

/** A moment with so many rows. */
export interface Counted {
  time: number;
  rows: number;
}

/** Rows by bucket of the range, empty ones included, with the beginning of each. */
export function countByTime(all: readonly Counted[], range: TimeRange): { starts: number[]; counts: number[] } {
  const width = bucketWidth(range);
  const first = Math.floor(range.from / width);
  const length = Math.max(0, bucketsIn(range, width));
  const counts = Array.from({ length }, () => 0);
  for (const { time, rows } of all) {
    const bucket = Math.floor(time / width) - first;
    if (time >= range.from && time <= range.to) {
      counts[bucket] = (counts[bucket] ?? 0) + rows;
    }
  }
  return { starts: counts.map((_, i) => (first + i) * width), counts };
}
