import {
  compare,
  isDriftError,
  meanAndDeviationLimit,
  quantileLimit,
  type ChosenTest,
  type Limit,
  type Sample,
} from '@soundcheck/drift';
import type { CountedFeature, DataSet } from '../../read/data-set.ts';
import { isAbsent, type Absent } from '../../report/absent.ts';
import { chunkAxisOf, chunkSamples, type ChunkAxis } from '../chunk-axis.ts';
import { countsAsSample, featureData, type FeatureData } from '../features/feature-data.ts';
import type { AnalysisSettings } from '../settings.ts';
import { directionOf } from '../test-words.ts';

/** The chunks of the reference side of each feature, as long as those of the current side. */
export interface ReferenceChunks {
  chunks: (feature: string) => Sample[];
}

const NO_REFERENCE_TIME =
  "A limit from the chunks of the reference needs reference rows with times; here they have none, so significance decides. Take the reference from a time range, or another limit in the panel's options.";

/** Cuts the reference as the current side is cut. */
export function referenceChunks(
  data: DataSet,
  settings: AnalysisSettings,
  axis: ChunkAxis | Absent
): ReferenceChunks | Absent {
  const tables = data.tables.flatMap((table) =>
    table.side === 'reference' ? [{ ...table, side: 'current' as const }] : []
  );
  const counted = new Map(data.counts.map((one) => [one.feature, chunksOfCounts(one)]));
  if (isAbsent(axis) || !tables.some(({ times }) => times !== undefined)) {
    return data.counts.some(({ referenceChunks: own }) => own !== undefined)
      ? { chunks: (feature) => counted.get(feature) ?? [] }
      : { absent: NO_REFERENCE_TIME };
  }
  const swapped: DataSet = { ...data, tables, counts: [] };
  const own = chunkAxisOf(swapped, { ...settings, chunks: chunksLike(axis, settings) });
  if (isAbsent(own)) {
    return { absent: NO_REFERENCE_TIME };
  }
  const features = featureData(swapped);
  return {
    chunks: (feature) => {
      const found = features.get(feature);
      return found ? chunkSamples(found, own) : (counted.get(feature) ?? []);
    },
  };
}

/** Counts keep the chunks that they came in. */
function chunksOfCounts(counted: CountedFeature): Sample[] {
  return (counted.referenceChunks ?? []).map((chunk) => countsAsSample(counted, chunk));
}

/** Chunks of rows and of the calendar as they are; chunks by time as long as the middle one. */
export function chunksLike(axis: ChunkAxis, { chunks }: AnalysisSettings): AnalysisSettings['chunks'] {
  if (chunks.by === 'count' || chunks.by === 'size' || chunks.by === 'calendar') {
    return chunks;
  }
  const lengths = Array.from(axis.from, (from, i) => (axis.to[i] ?? from) - from).sort((a, b) => a - b);
  return { ...chunks, by: 'time', every: `${lengths[lengths.length >> 1] ?? 0}ms` };
}

/** The limit that the values of the reference's own chunks give, each held against the whole reference; or why not. */
export function limitFromChunks(
  { reference }: Pick<FeatureData, 'reference'>,
  chunks: readonly Sample[],
  [chosen, { limit, minRows }]: readonly [ChosenTest, AnalysisSettings]
): Limit | Absent {
  if (!reference) {
    return { absent: 'There is no reference.' };
  }
  const direction = directionOf(chosen.test);
  const values = chunks.flatMap((chunk) => {
    const found = compare(chosen.test, reference.sample, chunk, chosen.options);
    const value = isDriftError(found) || found.nCurrent < minRows ? NaN : found.value;
    return Number.isFinite(value) ? [direction === 'two-sided' ? Math.abs(value) : value] : [];
  });
  const low = direction === 'low';
  const found =
    limit.by === 'quantile'
      ? quantileLimit(values, low ? { lower: 1 - limit.quantile } : { upper: limit.quantile })
      : meanAndDeviationLimit(values, low ? { k: limit.k, upper: false } : { k: limit.k, lower: false });
  const side = isDriftError(found) ? undefined : low ? found.lower : found.upper;
  return side ?? { absent: isDriftError(found) ? found.message : 'The chunks of the reference give no limit.' };
}
