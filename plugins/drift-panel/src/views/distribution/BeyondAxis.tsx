import React from 'react';
import type { Distribution } from '../../report/distribution.ts';
import { t } from '../../i18n/translate.ts';
import { textWidth } from '../marks/text-width.ts';
import type { Palette } from '../palette.ts';
import { shareText } from '../marks/numbers.ts';
import { FONT, type PlotArea } from './plot-area.ts';

interface Props {
  distribution: Distribution;
  area: PlotArea;
  /** Baseline of the text. */
  y: number;
  palette: Palette;
}

export const BEYOND_LINE = 15;

/** Whether any values lie outside the axis. */
export function hasBeyond({ reference, current }: Distribution): boolean {
  return [...reference.beyond, ...current.beyond].some((share) => share > 0);
}

/** Arrows at the ends of the axis with the shares that lie beyond it. */
export function BeyondAxis({ distribution, area, y, palette }: Props) {
  const { reference, current } = distribution;
  const words = (end: 0 | 1) => {
    const shares = { current: shareText(current.beyond[end]), reference: shareText(reference.beyond[end]) };
    const long = t('distribution.beyond', '{{current}} beyond, reference {{reference}}', shares);
    const fits = textWidth(long, FONT) + 20 <= area.width / 2;
    return fits ? long : t('distribution.beyondShort', '{{current}} v {{reference}}', shares);
  };
  const isAt = (end: 0 | 1) => current.beyond[end] > 0 || reference.beyond[end] > 0;
  const right = area.left + area.width;
  return (
    <g fontSize={FONT} fill={palette.axis}>
      {isAt(0) && (
        <g>
          <path d={`M${area.left + 6},${y - 8}l-6,4l6,4Z`} />
          <text x={area.left + 10} y={y}>
            {words(0)}
          </text>
        </g>
      )}
      {isAt(1) && (
        <g>
          <path d={`M${right - 6},${y - 8}l6,4l-6,4Z`} />
          <text x={right - 10} y={y} textAnchor="end">
            {words(1)}
          </text>
        </g>
      )}
    </g>
  );
}
