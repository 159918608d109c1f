/** Data quality of one feature beside its drift. */
export interface QualityRow {
  feature: string;
  nReference: number;
  nCurrent: number;
  /** Shares of all rows of the side, 0 … 1; NaN where a side has none. */
  missingReference: number;
  missingCurrent: number;
  /** Only what is broken, worst first: short mark and one sentence. */
  broken: Array<{ mark: string; sentence: string }>;
  /** All checks that were made, in words. */
  checked: string;
}
