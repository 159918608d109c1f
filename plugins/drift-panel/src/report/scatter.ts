import type { State } from '@soundcheck/drift';

/** Drift of each feature against its importance, or against the model's performance. */
export interface Scatter {
  xTitle: string;
  yTitle: string;
  points: Array<{ feature: string; x: number; y: number; state: State; title: string }>;
  /** What it shows, one sentence. */
  sentence: string;
}
