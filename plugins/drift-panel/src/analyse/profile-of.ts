import { histogram, referenceBins, sortedSample, type Sample } from '@soundcheck/drift';
import type { DataSet, SideName } from '../read/data-set.ts';
import { encodeProfile, type ProfileFeature } from '../read/profile.ts';
import type { Work } from '../run/analyst.ts';
import { featureData } from './features/feature-data.ts';

/** Bins of equal shares: what lies inside a bin, at most a fiftieth of the rows, is all that a KS distance can miss. */
const BINS = 50;

/** One side of the data as the JSON of a profile: a reference for later, of counts alone. Features without rows are left out. */
export function* profileOf(data: DataSet, side: SideName): Work<string> {
  const features = [...featureData(data).values()];
  const profiled: ProfileFeature[] = [];
  for (const [at, { feature, [side]: rows }] of features.entries()) {
    yield { share: at / features.length, doing: `counting ${feature}` };
    const counted = rows && countsOf(feature, rows.sample);
    if (counted) {
      profiled.push(counted);
    }
  }
  return encodeProfile({ features: profiled });
}

function countsOf(feature: string, sample: Sample): ProfileFeature | undefined {
  if ('categories' in sample) {
    const { categories, counts, missing = 0 } = sample;
    return counted({
      feature,
      cells: { kind: 'categories', categories: [...categories] },
      counts: Array.from(counts),
      missing,
    });
  }
  if ('edges' in sample) {
    const { edges, counts, missing = 0 } = sample;
    return counted({ feature, cells: { kind: 'bins', edges: Array.from(edges) }, counts: Array.from(counts), missing });
  }
  if (!(sample instanceof Float64Array)) {
    return undefined;
  }
  const sorted = sortedSample(sample);
  const { edges, counts, missing } = histogram(sorted, referenceBins(sorted, { count: BINS }));
  return counted({ feature, cells: { kind: 'bins', edges: [...edges] }, counts: [...counts], missing });
}

function counted(profile: ProfileFeature): ProfileFeature | undefined {
  return profile.counts.some((count) => count > 0) ? profile : undefined;
}
