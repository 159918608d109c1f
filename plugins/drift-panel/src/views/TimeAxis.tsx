import React from 'react';
import { scaleLinear } from 'd3';
import type { Palette } from './palette.ts';
import { timeTicks } from './time-ticks.ts';

interface Props {
  from: number;
  to: number;
  width: number;
  timeZone: string;
  palette: Palette;
}

const LABEL_ROOM = 68;

/** Labels of a time axis, 16 px high; goes inside an svg below what it measures. */
export function TimeAxis({ from, to, width, timeZone, palette }: Props) {
  const x = scaleLinear().domain([from, to]).range([0, width]);
  return (
    <g fontSize={11} fill={palette.axis}>
      {timeTicks(from, to, Math.max(1, Math.floor(width / LABEL_ROOM)), timeZone).map(({ time, text }) => {
        const at = x(time);
        const half = text.length * 3.2;
        // A label at the edge is drawn inwards instead of being cut off.
        const anchor = at < half ? 'start' : at > width - half ? 'end' : 'middle';
        return (
          <g key={time} transform={`translate(${at},0)`}>
            <line y2={3} stroke={palette.grid} />
            <text y={14} textAnchor={anchor}>
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
