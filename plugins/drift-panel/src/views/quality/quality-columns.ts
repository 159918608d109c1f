export interface QualityColumns {
  /** CSS grid template. */
  template: string;
  /** Row counts are shown. */
  n: boolean;
  /** Width of the bars of missing values, with their numbers. */
  missing: number;
  /** Missing values have bars, and not only numbers. */
  bars: boolean;
  /** The sentence beside each mark is shown. */
  sentences: boolean;
}

const GAP = 16;
/** Padding and the scroll bar. */
const EDGES = 2 * 8 + 10;
/** Two shares in numbers: "1.6 % / 10 %". */
export const MISSING_NUMBERS = 92;
/** Below this the bars leave their room to the words of what is broken. */
const LEAST_FOR_BARS = 420;

/** Columns for a width; the last takes what is left. */
export function qualityColumns(width: number): QualityColumns {
  const n = width >= 640;
  const bars = width >= LEAST_FOR_BARS;
  const name = Math.round(Math.min(280, Math.max(72, width * 0.2)));
  const missing = bars ? Math.round(Math.min(300, Math.max(124, width * 0.22))) : MISSING_NUMBERS;
  const rows = n ? 150 : 0;
  const left = width - EDGES - name - missing - rows - GAP * (n ? 3 : 2);
  const widths = [name, ...(n ? [rows] : []), missing, left];
  return { template: widths.map((column) => `${column}px`).join(' '), n, missing, bars, sentences: left >= 280 };
}
