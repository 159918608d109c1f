import { isBinned, isCategorical, isCategoryCounts, isSorted, isWeighted } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import { countRows } from '../samples/count-rows.ts';
import type { FeatureFacts } from './preset.ts';

/** Different values are counted up to this number; presets ask for no more than a few dozen. */
export const countedUpTo = 1000;

/** Adds the different values of a sample to `seen`, until there are `countedUpTo`. */
function collect(sample: Sample, seen: Set<number | string>): void {
  if (isBinned(sample) || isCategoryCounts(sample)) {
    const names: ArrayLike<number | string> = isBinned(sample) ? sample.edges : sample.categories;
    for (let i = 0; i < sample.counts.length && seen.size < countedUpTo; i++) {
      if ((sample.counts[i] ?? 0) > 0) {
        seen.add(names[i] ?? i);
      }
    }
    return;
  }
  const rows = isSorted(sample) ? sample.sorted : isWeighted(sample) ? sample.values : sample;
  for (let i = 0; i < rows.length && seen.size < countedUpTo; i++) {
    const value = rows[i];
    if (value !== null && value !== undefined && !(typeof value === 'number' && !Number.isFinite(value))) {
      seen.add(value);
    }
  }
}

function isOfCategories(sample: Sample): boolean {
  return isCategoryCounts(sample) || isCategorical(sample);
}

/** What a preset needs to know of a feature to choose its test. A bin or category with rows counts as one value. */
export function featureFacts(reference: Sample, current: Sample): FeatureFacts {
  const seen = new Set<number | string>();
  collect(reference, seen);
  const distinctReference = seen.size;
  collect(current, seen);
  return {
    kind: isOfCategories(reference) || isOfCategories(current) ? 'categorical' : 'numeric',
    binned: isBinned(reference) || isBinned(current),
    nReference: countRows(reference).finite,
    nCurrent: countRows(current).finite,
    distinctReference,
    distinctPooled: seen.size,
  };
}
