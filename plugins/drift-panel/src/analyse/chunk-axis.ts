import type { Sample } from '@soundcheck/drift';
import type { DataSet } from '../read/data-set.ts';
import type { Absent } from '../report/absent.ts';
import type { FeatureData } from './features/feature-data.ts';
import type { AnalysisSettings } from './settings.ts';

/** The chunks that all features share: bounds in epoch ms, end excluded, ascending. */
export interface ChunkAxis {
  from: Float64Array;
  to: Float64Array;
  /** "chunks of 6 h", "30 chunks of equal size". */
  title: string;
}

/** Cuts the current side into chunks by the options; counts keep the chunks that they came in. */
export type ChunkAxisOf = (data: DataSet, settings: AnalysisSettings) => ChunkAxis | Absent;

/** The rows (or counts) of each chunk of the current side; empty samples where a chunk has none. */
export type ChunkSamples = (feature: FeatureData, axis: ChunkAxis) => Sample[];
