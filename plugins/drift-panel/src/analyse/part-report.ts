import type { Absent } from '../report/absent.ts';
import type { QualityRow } from '../report/quality.ts';
import type { FeatureReport } from '../report/report.ts';
import type { ChunkAxis } from './chunk-axis.ts';
import type { ChunkVerdicts } from './chunks/judge-chunks.ts';
import type { Finding } from './headline.ts';

/** What rows or scores say, before it is put together to a report. */
export interface PartReport {
  /** Largest effect first. */
  features: FeatureReport[];
  /** In the same order. */
  findings: Finding[];
  /** `possible` means past a milder limit. */
  milder: boolean;
  trust: string;
  understood: string;
  effectTitle: string;
  axis: ChunkAxis | Absent;
  /** By feature. */
  chunks: Map<string, ChunkVerdicts>;
  heatmapTitle: string;
  quality: QualityRow[];
  notices: string[];
  /** In place of the headline: why nothing at all can be judged. */
  unjudged?: string;
}
