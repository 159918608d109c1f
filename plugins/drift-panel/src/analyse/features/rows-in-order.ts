import type { Sample } from '@soundcheck/drift';
import type { FeatureSide } from './feature-data.ts';

/** The rows of a side in their order, text as text; counts where it came as such. NannyML cuts its reference into chunks. */
export function rowsInOrder({ sample, parts }: FeatureSide): Sample {
  if (!('categories' in sample) || parts.length === 0) {
    return sample;
  }
  return parts.flatMap(({ column }) =>
    column.kind === 'categorical' ? Array.from(column.codes, (code) => column.categories[code] ?? null) : []
  );
}
