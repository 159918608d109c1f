import type { QualityRow } from '../../report/quality.ts';

export type QualitySort = 'broken' | 'name' | 'missing';

const missing = ({ missingReference, missingCurrent }: QualityRow) => {
  const [reference, current] = [missingReference, missingCurrent].map((share) => (Number.isNaN(share) ? 0 : share));
  return Math.max(reference ?? 0, current ?? 0);
};

/** A copy in order; equal ones stay as they came. Broken: most marks first, then most missing. */
export function sortQuality(rows: readonly QualityRow[], sort: QualitySort): QualityRow[] {
  const sorted = [...rows];
  switch (sort) {
    case 'name':
      return sorted.sort((a, b) => a.feature.localeCompare(b.feature, undefined, { numeric: true }));
    case 'missing':
      return sorted.sort((a, b) => missing(b) - missing(a));
    case 'broken':
      return sorted.sort((a, b) => b.broken.length - a.broken.length || missing(b) - missing(a));
  }
}

/** End of the axis that all bars of missing values share: the next round share above the largest, 1 % at least. */
export function missingMax(rows: readonly QualityRow[]): number {
  const largest = Math.max(0.01, ...rows.map(missing));
  return [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1].find((end) => largest <= end) ?? 1;
}
