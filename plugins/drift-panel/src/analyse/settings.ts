import type { Adjustment } from '@soundcheck/drift';

/** What the user decided, and what the panel knows of its place on the dashboard. */
export interface AnalysisSettings {
  alpha: number;
  correction: Adjustment;
  minRows: number;
  /** Rows behind each score where the data does not say; 0: unknown. */
  nReference: number;
  nCurrent: number;
  /** The panel's time range, epoch ms. */
  from: number;
  to: number;
  /** How many chunks a history strip has room for. */
  mostChunks: number;
  /** Epoch ms → text in the dashboard's time zone, e.g. "Sat 12:00". */
  formatTime: (time: number) => string;
}
