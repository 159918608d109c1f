import React from 'react';
import type { Distribution, Line } from '../../report/distribution.ts';
import { t } from '../../i18n/translate.ts';
import { placeLabels } from '../marks/place-labels.ts';
import type { Palette } from '../palette.ts';
import { shortText } from '../marks/numbers.ts';
import { FONT, type PlotArea } from './plot-area.ts';

interface Props {
  ecdf: NonNullable<Distribution['ecdf']>;
  area: PlotArea;
  /** Shares → pixels. */
  y: (share: number) => number;
  format: (value: number) => string;
  palette: Palette;
  colour: string;
}

/** Cumulated shares of both sides as steps, and the place where they part most. */
export function EcdfMarks({ ecdf, area, y, format, palette, colour }: Props) {
  const { gap } = ecdf;
  const at = gap && area.x(gap.at);
  return (
    <g>
      <path
        d={steps(ecdf.reference, area, y)}
        fill="none"
        stroke={palette.reference}
        strokeWidth={1.75}
        data-side="reference"
      />
      <path d={steps(ecdf.current, area, y)} fill="none" stroke={colour} strokeWidth={2.5} data-side="current" />
      {gap && at !== undefined && (
        <g>
          <path
            d={`M${at - 4},${y(gap.reference)}h8M${at - 4},${y(gap.current)}h8M${at},${y(gap.reference)}V${y(gap.current)}`}
            stroke={palette.limitText}
            strokeWidth={1.5}
            fill="none"
            data-gap={Math.abs(gap.current - gap.reference)}
          />
          <GapLabel
            text={gapText(gap, format)}
            at={at}
            y={(y(gap.reference) + y(gap.current)) / 2}
            area={area}
            palette={palette}
          />
        </g>
      )}
    </g>
  );
}

export function gapText(
  gap: { at: number; reference: number; current: number },
  format: (value: number) => string
): string {
  const size = shortText(Math.abs(gap.current - gap.reference));
  return t('distribution.gap', 'greatest gap {{size}} at {{value}}', { size, value: format(gap.at) });
}

function GapLabel({
  text,
  at,
  y,
  area,
  palette,
}: {
  text: string;
  at: number;
  y: number;
  area: PlotArea;
  palette: Palette;
}) {
  // Curves rise to the right: below them is room at the right, above them at the left.
  const [label] = placeLabels([{ at: at - area.left, text, weight: 1 }], area.width, 1);
  if (!label) {
    return null;
  }
  const below = label.left > at - area.left;
  return (
    <text
      x={area.left + label.left}
      y={Math.max(area.top + FONT, Math.min(area.top + area.height - 4, y + (below ? 18 : -10)))}
      fontSize={FONT}
      fill={palette.limitText}
    >
      {label.text}
    </text>
  );
}

/** Horizontal from point to point, then up: a share holds until the next value. */
function steps({ x, y: shares }: Line, area: PlotArea, y: (share: number) => number): string {
  const start = `M${area.left},${y(0)}`;
  const points = x.map((value, i) => `H${area.x(value)}V${y(shares[i] ?? 0)}`);
  return `${start}${points.join('')}H${area.left + area.width}`;
}
