import React, { useMemo } from 'react';
import { scaleLinear } from 'd3';
import type { Palette } from '../palette.ts';
import { textWidth } from './text-width.ts';
import { timeTicks } from './time-ticks.ts';

interface Props {
  /** Epoch ms at the left and right end. */
  from: number;
  to: number;
  /** Pixels between them. */
  width: number;
  timeZone: string;
  palette: Palette;
  /** Height of the plot above, for lines through it; absent: only short ticks. */
  grid?: number;
}

export const TIME_AXIS_HEIGHT = 18;
const LABEL_ROOM = 54;

/** Labels of a time axis, 18 px high; goes inside an svg, below what it measures. */
export function TimeAxis({ from, to, width, timeZone, palette, grid = 0 }: Props) {
  const ticks = useMemo(
    () => timeTicks(from, to, Math.max(1, width / LABEL_ROOM), timeZone),
    [from, to, width, timeZone]
  );
  const x = scaleLinear().domain([from, to]).range([0, width]);
  return (
    <g fontSize={11} fill={palette.axis}>
      {ticks.map(({ time, text }) => {
        const at = x(time);
        const half = textWidth(text) / 2;
        // A label at the edge is drawn inwards instead of being cut off.
        const anchor = at < half ? 'start' : at > width - half ? 'end' : 'middle';
        return (
          <g key={time} transform={`translate(${at},0)`}>
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
