import type { DataFrame } from '@grafana/data';
import type { Progress } from '../../run/analyst.ts';
import { assembleCounts } from './assemble-counts.ts';
import { inOrder } from './bucket-series.ts';
import { bucketFields, countColumns } from './count-columns.ts';
import { CountLog } from './count-log.ts';
import { CountProblems } from './count-problems.ts';
import type { CountedFeature } from '../data-set.ts';
import { logBuckets } from './log-buckets.ts';
import { readBuckets, readBucketTable, type BucketGroups } from './read-buckets.ts';
import { readCountTable } from './read-count-table.ts';
import { logSavedProfile } from './saved-profile.ts';
import { rowsOf, titleOf, type Reader } from '../reader.ts';
import type { SidePlan } from '../side-plan.ts';

/** Counts of all frames that hold some, while they are read. */
export interface CountReading {
  log: CountLog;
  groups: BucketGroups;
}

/** Reads a frame of counts, in whichever of its shapes. */
export function* readCounts(
  frame: DataFrame,
  plan: SidePlan,
  { log, groups }: CountReading,
  reader: Reader
): Generator<Progress, void> {
  const columns = countColumns(frame, reader.wanted.fields);
  if (columns?.cells.by === 'le') {
    yield* readBucketTable({ frame, columns, plan }, groups, reader);
  } else if (columns) {
    yield* readCountTable({ frame, columns, plan }, log, reader);
  } else if (bucketFields(frame).length > 0) {
    yield* readBuckets(frame, plan, groups, reader);
  } else if (rowsOf(frame) > 0) {
    reader.problems.push({
      what: `${titleOf(frame)} is to be read as a distribution but lacks the columns count and x_min with x_max, category, or le`,
      remedy: 'Name them so in the query, or choose the columns in the options.',
    });
  }
}

/**
 * Counted features of all frames, with the reference of a saved profile for those that have none.
 * @param given features whose reference is in rows
 */
export function* finishCounts(
  { log, groups }: CountReading,
  plan: SidePlan,
  given: ReadonlySet<string>,
  reader: Reader
): Generator<Progress, CountedFeature[]> {
  const said = new CountProblems();
  for (const series of groups.values()) {
    yield* logBuckets(inOrder(series), log, said, reader);
  }
  if (plan.by === 'profile' && plan.profile) {
    logSavedProfile(plan.profile, log, given, reader);
  }
  const counts = yield* assembleCounts(log, reader.wanted, said);
  reader.problems.push(...said.list());
  return counts;
}
