import type { Dialect } from '@soundcheck/query';

/** One sample of a score. NaN in `value` is a number that could not be computed; absent companions are unknown. */
export interface ScoreSample {
  /** Epoch ms; absent in tables without time. */
  time?: number;
  value: number;
  pValue?: number;
  limit?: number;
  nReference?: number;
  nCurrent?: number;
}

/** One number of one feature, over time or once. */
export interface ScoreSeries {
  feature: string;
  model: string;
  /** Catalogue key where known, else what the data says; with an unknown `valueIs` it is never judged. */
  metric: string;
  valueIs: string;
  dialect?: Dialect;
  namespace?: string;
  requestName?: string;
  /** What tells apart two numbers of one feature beyond that (fairness groups), e.g. "outcome y". */
  extra?: string;
  /** Where the limit companion comes from. */
  limitOrigin?: string;
  /** Ascending in time. */
  samples: ScoreSample[];
}
