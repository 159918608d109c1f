export interface QualityColumns {
  /** CSS grid template. */
  template: string;
  /** Row counts are shown. */
  n: boolean;
  /** Width of the bars of missing values, with their numbers. */
  missing: number;
  /** The sentence beside each mark is shown. */
  sentences: boolean;
}

const GAP = 16;
/** Padding and the scroll bar. */
const EDGES = 2 * 8 + 10;

/** Columns for a width; the last takes what is left. */
export function qualityColumns(width: number): QualityColumns {
  const n = width >= 640;
  const name = Math.round(Math.min(280, Math.max(72, width * 0.2)));
  const missing = Math.round(Math.min(300, Math.max(124, width * 0.22)));
  const rows = n ? 150 : 0;
  const left = width - EDGES - name - missing - rows - GAP * (n ? 3 : 2);
  const widths = [name, ...(n ? [rows] : []), missing, left];
  return { template: widths.map((column) => `${column}px`).join(' '), n, missing, sentences: left >= 280 };
}
