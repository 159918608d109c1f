import React from 'react';
import type { LaidLines } from '../marks/MarkLines.tsx';
import { textWidth } from '../marks/text-width.ts';
import { timeTicks } from '../marks/time-ticks.ts';
import type { Palette } from '../palette.ts';
import type { ChunkScale } from './chunk-scale.ts';

interface Props {
  scale: ChunkScale;
  /** Marks with their words placed in one line. */
  laid: LaidLines;
  timeZone: string;
  palette: Palette;
}

export const AXIS_HEIGHT = 18;
const LABEL_ROOM = 68;
const GAP = 6;

/** Times below the cells; where a mark says its words, the times give way. */
export function HeatAxis({ scale, laid, timeZone, palette }: Props) {
  const { width, span } = scale;
  if (!span) {
    return null;
  }
  const ticks = timeTicks(span.from, span.to, Math.max(1, Math.floor(width / LABEL_ROOM)), timeZone);
  return (
    <svg
      width={width}
      height={AXIS_HEIGHT}
      fontSize={11}
      aria-hidden="true"
      style={{ display: 'block', overflow: 'visible' }}
    >
      {ticks.map(({ time, text }) => {
        const at = scale.xOf(time) ?? 0;
        const size = textWidth(text);
        // A label at the edge is drawn inwards instead of being cut off.
        const left = Math.max(0, Math.min(width - size, at - size / 2));
        const hidden = laid.labels.some(
          (label) => left < label.left + label.width + GAP && left + size + GAP > label.left
        );
        return (
          <g key={time} fill={palette.axis}>
            <line x1={at} x2={at} y2={4} stroke={palette.grid} />
            {!hidden && (
              <text x={left + size / 2} y={15} textAnchor="middle">
                {text}
              </text>
            )}
          </g>
        );
      })}
      {laid.lines.map(({ time, end, colour }, at) => {
        const left = Math.max(0, scale.xOf(time) ?? 0);
        return (
          end !== undefined && (
            <rect key={at} x={left} width={Math.max(1, (scale.xOf(end) ?? width) - left)} height={2.5} fill={colour} />
          )
        );
      })}
      {laid.labels.map(({ index, text, left }) => (
        <text key={index} x={left} y={15} fill={laid.lines[index]?.textColour}>
          {text}
        </text>
      ))}
    </svg>
  );
}
