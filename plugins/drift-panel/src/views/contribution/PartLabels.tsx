import React from 'react';
import type { Contribution } from '../../report/distribution.ts';
import { shareText } from '../marks/numbers.ts';
import { FONT, type PlotArea } from '../distribution/plot-area.ts';
import type { Palette } from '../palette.ts';
import { partLabels } from './part-labels.ts';

/** Bars below this part of the whole are not labelled. */
export const LEAST_LABELLED = 0.08;
const MOST_LABELLED = 4;

/** The cell that adds most, whatever its direction. */
export function biggest(parts: readonly number[]): number {
  return parts.reduce((best, part, i) => (Math.abs(part) > Math.abs(parts[best] ?? 0) ? i : best), 0);
}

/** The biggest in words, the next ones by their part alone. */
export function StandingLabels({
  area,
  contribution,
  palette,
}: {
  area: PlotArea;
  contribution: Contribution;
  palette: Palette;
}) {
  const { parts, titles } = contribution;
  const top = biggest(parts);
  const bars = parts
    .map((part, cell) => {
      const [start, end] = area.spans[cell] ?? [0, 0];
      const short = shareText(Math.abs(part));
      return { cell, part, middle: (start + end) / 2, texts: cell === top ? [titles[cell] ?? short, short] : [short] };
    })
    .filter(({ part }) => Math.abs(part) >= LEAST_LABELLED)
    .sort((a, b) => Math.abs(b.part) - Math.abs(a.part))
    .slice(0, MOST_LABELLED);
  return (
    <g fontSize={FONT}>
      {partLabels(bars, area.left, area.width).map(({ cell, text, left, width, up }) => (
        <text
          key={cell}
          x={left + width / 2}
          textAnchor="middle"
          y={up ? area.top - 4 : area.top + area.height + 11}
          fill={cell === top ? palette.text : palette.axis}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

export function LyingLabels({
  area,
  parts,
  scale,
  palette,
}: {
  area: PlotArea;
  parts: number[];
  scale: (part: number) => number;
  palette: Palette;
}) {
  return (
    <g fontSize={FONT} fill={palette.axis}>
      {parts.map((part, cell) => {
        const [start, end] = area.spans[cell] ?? [0, 0];
        if (Math.abs(part) < 0.005) {
          return null;
        }
        return (
          <text
            key={cell}
            x={scale(part) + (part < 0 ? -4 : 4)}
            y={(start + end) / 2 + 4}
            textAnchor={part < 0 ? 'end' : 'start'}
          >
            {shareText(Math.abs(part))}
          </text>
        );
      })}
    </g>
  );
}
