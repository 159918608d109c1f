import type { AnalysisSettings } from '../analyse/settings.ts';
import type { DataSet, SideName } from '../read/data-set.ts';
import type { DetailRequest, FeatureDetail } from '../report/detail.ts';
import type { OverTime } from '../report/history.ts';
import type { Report } from '../report/report.ts';

/** How far a long piece of work is: 0 … 1, and at what. */
export interface Progress {
  share: number;
  doing: string;
}

/**
 * Work in steps: yields how far it is, returns its result. The same generator runs in a worker, in time slices on the
 * main thread, and at once in tests. A step takes a few ms; whoever runs it decides when to go on, or to stop.
 */
export type Work<T> = Generator<Progress, T, void>;

/** What is known of a running piece of work by those who wait for it. */
export interface Waiting {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

/** Reads once, answers many questions about it, off the main thread where the page allows that. */
export interface Analyst {
  /** Takes the data over: its buffers are moved to the worker and must not be read afterwards. */
  open: (data: DataSet) => void;
  report: (settings: AnalysisSettings, waiting: Waiting) => Promise<Report>;
  detail: (request: DetailRequest, settings: AnalysisSettings, waiting: Waiting) => Promise<FeatureDetail>;
  /** Drift over time of several features, for small multiples. */
  histories: (features: readonly string[], settings: AnalysisSettings, waiting: Waiting) => Promise<OverTime[]>;
  /** Results with every parameter and, where it is not too much, the data: JSON that @soundcheck/drift can repeat. */
  dossier: (settings: AnalysisSettings, waiting: Waiting) => Promise<string>;
  /** One side as the JSON of a profile (read/profile.ts), to be a reference later. */
  profile: (side: SideName, settings: AnalysisSettings, waiting: Waiting) => Promise<string>;
  close: () => void;
}
