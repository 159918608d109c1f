import { t } from '../../i18n/translate.ts';
import type { Distribution } from '../../report/distribution.ts';
import { barValues, hasMissing } from './bar-values.ts';
import { cellName, missingName, stepAt } from './cell-words.ts';
import type { Mode } from './modes.ts';
import { countText, pointsText, shareText, shortText } from '../marks/numbers.ts';

export interface TableText {
  columns: string[];
  rows: string[][];
}

/** A line of many points is told by about this many of them. */
const MOST_POINTS = 21;

/** What is drawn, as a table: one row a cell, or a part of the points of a line. */
export function tableRows(
  distribution: Distribution,
  mode: Mode['mode'],
  format: (value: number) => string
): TableText {
  const sides = [t('distribution.current', 'current'), t('distribution.reference', 'reference')];
  const { ecdf, qq } = distribution;
  if (mode === 'ecdf' && ecdf) {
    const points = thinnedIndices(ecdf.reference.x.length);
    const rows = points.map((i) => {
      const at = ecdf.reference.x[i] ?? 0;
      return [format(at), shareText(stepAt(ecdf.current, at)), shareText(ecdf.reference.y[i] ?? NaN)];
    });
    return { columns: [t('distribution.upToColumn', 'up to'), ...sides], rows };
  }
  if (mode === 'qq' && qq) {
    const rows = thinnedIndices(qq.x.length).map((i) => [
      countText(i + 1),
      format(qq.y[i] ?? NaN),
      format(qq.x[i] ?? NaN),
    ]);
    return { columns: [t('distribution.pointColumn', 'point'), ...sides], rows };
  }
  return barRows(distribution, mode, format);
}

function barRows(distribution: Distribution, mode: Mode['mode'], format: (value: number) => string): TableText {
  const { cells, difference, reference, current } = distribution;
  const values = barValues(distribution, mode);
  const write = mode === 'count' ? countText : mode === 'density' ? shortText : shareText;
  const head = cells.kind === 'bins' ? t('distribution.bin', 'bin') : t('distribution.category', 'category');
  const change = t('distribution.differenceColumn', 'difference, percentage points');
  const isDifference = mode === 'difference';
  const rows = difference.map((points, i) => [
    cellName(distribution, i, format),
    ...(isDifference ? [] : [write(values.current[i] ?? NaN), write(values.reference[i] ?? NaN)]),
    pointsText(points),
  ]);
  if (hasMissing(distribution)) {
    const apart = values.missing && mode !== 'density' ? values.missing : undefined;
    const both = apart
      ? [write(apart.current), write(apart.reference ?? NaN)]
      : [shareText(current.missingShare), shareText(reference.missingShare)];
    rows.push([
      missingName(),
      ...(isDifference ? [] : both),
      pointsText(current.missingShare - reference.missingShare),
    ]);
  }
  const sides = isDifference ? [] : [t('distribution.current', 'current'), t('distribution.reference', 'reference')];
  return { columns: [head, ...sides, change], rows };
}

function thinnedIndices(n: number): number[] {
  const most = Math.min(n, MOST_POINTS);
  return Array.from({ length: most }, (_, i) => Math.round((i * (n - 1)) / Math.max(1, most - 1)));
}
