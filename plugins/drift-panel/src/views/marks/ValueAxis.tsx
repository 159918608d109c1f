import React from 'react';
import type { Palette } from '../palette.ts';
import { textWidth } from './text-width.ts';
import { valueTicks, type ValueScale, type ValueTick } from './value-ticks.ts';

interface Props {
  /** Its range is in pixels of the svg group that the axis stands in. */
  scale: ValueScale;
  side: 'bottom' | 'left';
  palette: Palette;
  /** `(value) => scene.format(feature, value)` for values of a feature; absent: short numbers. */
  format?: (value: number) => string;
  /** Size of the plot across the axis, for lines through it; absent: none. */
  grid?: number;
  /** Instead of the scale's own. */
  ticks?: readonly ValueTick[];
}

/** Labels of a numeric axis, linear or log; goes inside an svg at the edge of the plot that it measures. */
export function ValueAxis({ scale, side, palette, format, grid = 0, ticks }: Props) {
  const along = side === 'bottom' ? 'x' : 'y';
  const shown = ticks ?? valueTicks(scale, along, format);
  const ends = scale.range();
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  return (
    <g fontSize={11} fill={palette.axis}>
      {shown.map(({ value, at, text }) => {
        if (side === 'left') {
          return (
            <g key={value} transform={`translate(0,${at})`}>
              <line x2={grid} stroke={palette.grid} />
              <text x={-6} y={4} textAnchor="end">
                {text}
              </text>
            </g>
          );
        }
        const half = textWidth(text) / 2;
        const anchor = at - half < low ? 'start' : at + half > high ? 'end' : 'middle';
        return (
          <g key={value} transform={`translate(${at},0)`}>
            <line y1={-grid} y2={4} stroke={palette.grid} />
            <text y={15} textAnchor={anchor}>
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
