import { isNamed } from '../rows/column-use.ts';
import type { CountLog, CountRow } from './count-log.ts';
import type { Profile, ProfileFeature } from '@soundcheck/drift';
import type { Reader } from '../reader.ts';

/**
 * Adds the saved profile as counts of the reference. Features whose reference is in the data itself keep that.
 * @param given features whose reference is in rows; those whose reference was counted are in the log
 */
export function logSavedProfile(profile: Profile, log: CountLog, given: ReadonlySet<string>, reader: Reader): void {
  const { fields } = reader.wanted;
  const known = new Set(given);
  for (let row = 0; row < log.length; row++) {
    if (log.isReference[row] === 1) {
      known.add(log.features.list[log.feature[row] ?? 0] ?? '');
    }
  }
  const added = profile.features.filter(
    ({ feature }) => !known.has(feature) && (fields.features.length === 0 || isNamed(fields.features, feature))
  );
  added.forEach((feature) => logFeature(feature, log));
  if (added.length > 0) {
    reader.origins.add('saved profile');
  }
}

function logFeature({ feature, cells, counts, missing }: ProfileFeature, log: CountLog): void {
  const none = { start: NaN, end: NaN, category: undefined };
  const row: CountRow = { feature, side: 'reference', ...none, count: missing, from: NaN, to: NaN };
  log.add(row);
  counts.forEach((count, i) => {
    const cell =
      cells.kind === 'bins'
        ? { ...none, start: cells.edges[i] ?? NaN, end: cells.edges[i + 1] ?? NaN }
        : { ...none, category: cells.categories[i] };
    log.add({ ...row, ...cell, count });
  });
}
