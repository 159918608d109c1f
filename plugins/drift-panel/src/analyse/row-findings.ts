import type { Overlay } from '../report/overlay.ts';

/** What the rows say beside the scores. */
export interface RowFindings {
  /** Features with rows on both sides. */
  count: number;
  nReference: number;
  nCurrent: number;
  overlay: (feature: string) => Overlay | undefined;
  /** "because …", or empty. */
  because: (feature: string) => string;
}

/** Where a panel has no rows. */
export const noRows: RowFindings = {
  count: 0,
  nReference: 0,
  nCurrent: 0,
  overlay: () => undefined,
  because: () => '',
};
