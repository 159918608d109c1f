import { t } from '../../i18n/translate.ts';
import type { Bars, Distribution, Line } from '../../report/distribution.ts';
import { countText, pointsText, shareText, shortText } from '../marks/numbers.ts';

type Format = (value: number) => string;

/** "118 bpm – 124 bpm", or the category with "new" or "gone". The cell after the last one: the missing values. */
export function cellName({ cells }: Pick<Distribution, 'cells'>, cell: number, format: Format): string {
  if (cells.kind === 'bins') {
    const low = cells.edges[cell];
    const high = cells.edges[cell + 1];
    return low === undefined || high === undefined ? missingName() : `${format(low)} – ${format(high)}`;
  }
  const mark = cells.marks[cell];
  const label = cells.labels[cell] ?? missingName();
  return mark === 'new'
    ? t('distribution.new', '{{label}} (new)', { label })
    : mark === 'vanished'
      ? t('distribution.gone', '{{label}} (gone)', { label })
      : label;
}

export function missingName(): string {
  return t('distribution.missing', 'missing');
}

/** What a cell holds on both sides, one line each; the first is its name. */
export function cellLines(distribution: Distribution, cell: number, format: Format): string[] {
  const { reference, current, difference } = distribution;
  const name = cellName(distribution, cell, format);
  if (cell >= difference.length) {
    return [
      name,
      t('distribution.currentMissing', 'current {{share}} of all rows ({{n}})', missingOf(current)),
      t('distribution.referenceMissing', 'reference {{share}} of all rows ({{n}})', missingOf(reference)),
    ];
  }
  return [
    name,
    t('distribution.currentCell', 'current {{share}} ({{n}} rows)', shareOf(current, cell)),
    t('distribution.referenceCell', 'reference {{share}} ({{n}} rows)', shareOf(reference, cell)),
    t('distribution.differenceCell', 'difference {{points}} percentage points', {
      points: pointsText(difference[cell] ?? NaN),
    }),
  ];
}

function shareOf({ shares, counts }: Bars, cell: number) {
  return { share: shareText(shares[cell] ?? NaN), n: countText(counts[cell] ?? NaN) };
}

function missingOf({ missing, missingShare }: Bars) {
  return { share: shareText(missingShare), n: countText(missing) };
}

/** Cumulated shares up to the end of a bin. */
export function ecdfLines(distribution: Distribution, cell: number, format: Format): string[] {
  const { cells, ecdf } = distribution;
  const at = cells.kind === 'bins' ? cells.edges[cell + 1] : undefined;
  if (at === undefined || ecdf === undefined) {
    return cellLines(distribution, cell, format);
  }
  const current = stepAt(ecdf.current, at);
  const reference = stepAt(ecdf.reference, at);
  return [
    t('distribution.upTo', 'up to {{value}}', { value: format(at) }),
    t('distribution.currentUpTo', 'current {{share}}', { share: shareText(current) }),
    t('distribution.referenceUpTo', 'reference {{share}}', { share: shareText(reference) }),
    t('distribution.gapHere', 'gap {{gap}}', { gap: shortText(Math.abs(current - reference)) }),
  ];
}

/** Height of a step line at a value. */
export function stepAt({ x, y }: Line, at: number): number {
  let height = 0;
  for (let i = 0; i < x.length && (x[i] ?? Infinity) <= at; i++) {
    height = y[i] ?? height;
  }
  return height;
}

/** One point of the Q–Q plot: the same quantile of both sides. Which one is not known: those off the axis are left out. */
export function quantileLines({ x, y }: Line, point: number, format: Format): string[] {
  return [
    t('distribution.quantile', 'As many rows lie below'),
    t('distribution.currentValue', 'current {{value}}', { value: format(y[point] ?? NaN) }),
    t('distribution.referenceValue', 'reference {{value}}', { value: format(x[point] ?? NaN) }),
  ];
}
