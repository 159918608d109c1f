import type { Progress } from '../../run/analyst.ts';
import { increase, raise, samplesOf, type BucketSeries } from './bucket-series.ts';
import type { CountLog, CountRow } from './count-log.ts';
import type { CountProblems } from './count-problems.ts';
import { timeOfChunk } from './read-count-table.ts';
import type { Reader } from '../reader.ts';

/**
 * Writes the counts of buckets over time into the log. A sample of a counter makes a chunk since the sample before; one
 * of anything else stands for the window that ends with it, as range queries give it. A single sample has no chunk.
 */
export function* logBuckets(
  series: BucketSeries,
  log: CountLog,
  said: CountProblems,
  reader: Reader
): Generator<Progress, void> {
  const { buckets, cumulative, counter, sides, feature } = series;
  const { times, values } = samplesOf(series);
  const row: CountRow = {
    feature,
    side: 'current',
    start: 0,
    end: 0,
    category: undefined,
    count: 0,
    from: NaN,
    to: NaN,
  };
  let before: Float64Array | undefined;
  let beforeTime = NaN;
  let fell = false;
  for (const [i, time] of times.entries()) {
    const sample = values.slice(i * buckets.length, (i + 1) * buckets.length);
    if (sample.every((value) => Number.isNaN(value))) {
      continue;
    }
    const negative = sample.some((value) => value < 0);
    if (cumulative && !negative) {
      fell = raise(sample) || fell;
    }
    const isFirst = counter && times.length > 1 && before === undefined;
    const counts = counter && before ? increase(sample, before) : sample;
    row.from = counter && times.length > 1 ? beforeTime : NaN;
    row.to = times.length > 1 ? time : NaN;
    before = sample;
    beforeTime = time;
    if (isFirst) {
      continue;
    }
    if (cumulative && !negative) {
      raise(counts);
    }
    row.side = sides.at(i, timeOfChunk({ from: row.from, to: time }));
    if (row.side === 'reference') {
      reader.origins.add(sides.says);
    }
    writeCells({ row, series, counts }, log);
    yield { share: reader.done / Math.max(1, reader.total), doing: `counting ${feature}` };
  }
  said.decreasing(feature, fell);
}

function writeCells(
  { row, series, counts }: { row: CountRow; series: BucketSeries; counts: Float64Array },
  log: CountLog
): void {
  series.buckets.forEach((bucket, b) => {
    const below = series.cumulative && b > 0 ? (counts[b - 1] ?? 0) : 0;
    row.start = bucket.start;
    row.end = bucket.end;
    row.category = bucket.category;
    row.count = (counts[b] ?? NaN) - below;
    log.add(row);
  });
}
