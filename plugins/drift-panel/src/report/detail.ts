import type { Absent } from './absent.ts';
import type { Contribution, Distribution, Ridgeline, ShareBands } from './distribution.ts';
import type { Calendar, OverTime } from './history.ts';
import type { QualityRow } from './quality.ts';
import type { SliceReport } from './slices.ts';

/** What is to be shown of one feature. */
export interface DetailRequest {
  feature: string;
  /** A chunk of the heatmap by its place; absent: all current rows. */
  chunk?: number;
  /** Only the rows in this slice. */
  slice?: { column: string; value: string | null };
}

/** Everything about one feature that its views draw. */
export interface FeatureDetail {
  request: DetailRequest;
  /** What was compared: "Sat 12:00–18:00, 312 rows v reference 5,000", with the slice. */
  scope: string;
  /** The number with its name, limit, origin, n, p, adjusted p, effect size and PSI. */
  numbers: string;
  /** The finding in one sentence with its verdict; may be copied. */
  sentence: string;
  distribution: Distribution | Absent;
  contribution: Contribution | Absent;
  overTime: OverTime | Absent;
  ridgeline: Ridgeline | ShareBands | Absent;
  calendar: Calendar | Absent;
  slices: SliceReport | Absent;
  quality: QualityRow | Absent;
}
