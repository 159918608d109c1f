import type { Adjustment } from '@soundcheck/drift';

/** The panel's own options. */
export interface DriftOptions {
  /** Part of a metric's name or key ("ks", "jensen"); empty: the first KS, else the first. */
  metric: string;
  alpha: number;
  correction: Adjustment;
  /** Below this many rows on either side nothing is judged. */
  minRows: number;
  /** Rows behind each score, where the data does not say; 0: unknown. */
  nReference: number;
  nCurrent: number;
  /** Query (refId) or frame name whose rows are the reference. */
  referenceRefId: string;
  showDetail: boolean;
}

/** One place for the option builder, tests and panels saved before an option existed. */
export const defaultOptions: DriftOptions = {
  metric: '',
  alpha: 0.05,
  correction: 'holm',
  minRows: 30,
  nReference: 0,
  nCurrent: 0,
  referenceRefId: 'reference',
  showDetail: true,
};
