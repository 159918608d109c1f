import type { DriftOptions } from '../options/options.ts';

/** What the user decided, and what the panel knows of its place on the dashboard. Plain data: it goes to a worker. */
export interface AnalysisSettings extends Pick<
  DriftOptions,
  | 'metric'
  | 'nReference'
  | 'nCurrent'
  | 'preset'
  | 'numericTest'
  | 'categoricalTest'
  | 'alpha'
  | 'correction'
  | 'minRows'
  | 'limit'
  | 'chunks'
  | 'persistence'
  | 'bins'
  | 'importance'
  | 'texts'
> {
  /** The panel's time range, epoch ms. */
  from: number;
  to: number;
  /** How many chunks the heatmap has room for. */
  mostChunks: number;
  /** IANA name of the dashboard's time zone, "browser" already resolved. */
  timeZone: string;
  /** BCP 47, for numbers and dates in sentences. */
  locale: string;
  /** Highest threshold of each feature's field, where `limit.by` is `thresholds`. */
  thresholds: Record<string, number>;
  /** Metric that was clicked in the panel, by its key. */
  clicked?: string;
}
