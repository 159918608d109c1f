import { encodeProfile, profileFeature, type ProfileFeature } from '@soundcheck/drift';
import type { DataSet, SideName } from '../read/data-set.ts';
import type { Work } from '../run/analyst.ts';
import { featureData } from './features/feature-data.ts';

/** One side of the data as the JSON of a profile: a reference for later, of counts alone. Features without rows are left out. */
export function* profileOf(data: DataSet, side: SideName): Work<string> {
  const features = [...featureData(data).values()];
  const profiled: ProfileFeature[] = [];
  for (const [at, { feature, [side]: rows }] of features.entries()) {
    yield { share: at / features.length, doing: `counting ${feature}` };
    const counted = rows && profileFeature(feature, rows.sample);
    if (counted) {
      profiled.push(counted);
    }
  }
  return encodeProfile({ features: profiled });
}
