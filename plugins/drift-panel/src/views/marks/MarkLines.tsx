import React from 'react';
import { useTheme2 } from '@grafana/ui';
import type { TimeMark } from '../../report/history.ts';
import type { Palette } from '../palette.ts';
import { placeLabels, type Placed, type Wanted } from './place-labels.ts';

/** What a line through the plot says: a mark of the dashboard, or one of ours. */
export interface Line {
  time: number;
  end?: number;
  /** Empty: a line without words. */
  text: string;
  colour: string;
  textColour: string;
  dash: string;
  /** Higher keeps its words when there is no room for all. */
  weight: number;
}

export const LABEL_ROW = 15;

/** Annotations and alerts as lines; an alert's words begin with a sign, so that colour is not all that tells them apart. */
export function linesOf(marks: readonly TimeMark[], palette: Palette): Line[] {
  return marks.map(({ time, end, kind, text, colour }) => ({
    time,
    end,
    text: kind === 'alert' ? `▲ ${text}` : text,
    colour: colour ?? (kind === 'alert' ? palette.limit : palette.line),
    // The dashboard's own colours may be unreadable as text.
    textColour: kind === 'alert' ? palette.limitText : colour ? palette.text : palette.line,
    dash: kind === 'alert' ? '4 3' : '2 3',
    weight: kind === 'alert' ? 2 : 1,
  }));
}

/** The lines inside a time range, with the places of their words. */
export interface LaidLines {
  lines: Line[];
  labels: Placed[];
  /** Lines of words that are taken. */
  rows: number;
}

/** @param rows how many lines of words the plot has room for */
export function layLines(lines: readonly Line[], x: (time: number) => number, width: number, rows: number): LaidLines {
  const inside = lines.filter(({ time, end }) => x(end ?? time) >= 0 && x(time) <= width);
  const wanted = inside.map(({ time, text, weight }): Wanted => ({ at: Math.max(0, x(time)), text, weight }));
  const labels = placeLabels(wanted, width, rows);
  return { lines: inside, labels, rows: labels.reduce((most, { row }) => Math.max(most, row + 1), 0) };
}

interface Props {
  laid: LaidLines;
  x: (time: number) => number;
  width: number;
  height: number;
}

/** Dashed lines at moments and pale regions between two, with labels that never overlap; inside an svg. */
export function MarkLines({ laid, x, width, height }: Props) {
  const halo = useTheme2().colors.background.primary;
  return (
    <g fontSize={11} pointerEvents="none">
      {laid.lines.map((line, at) => {
        const left = Math.max(0, x(line.time));
        const right = Math.min(width, x(line.end ?? line.time));
        return (
          <g key={at}>
            {right > left && <rect x={left} width={right - left} height={height} fill={line.colour} opacity={0.1} />}
            {x(line.time) >= 0 && (
              <line x1={left} x2={left} y2={height} stroke={line.colour} strokeDasharray={line.dash} />
            )}
            {line.end !== undefined && x(line.end) <= width && right - left > 2 && (
              <line x1={right} x2={right} y2={height} stroke={line.colour} strokeDasharray={line.dash} />
            )}
          </g>
        );
      })}
      {laid.labels.map(({ index, left, width: size, anchor, row, text }) => (
        <text
          key={index}
          x={anchor === 'start' ? left : left + size}
          textAnchor={anchor}
          y={row * LABEL_ROW + 11}
          fill={laid.lines[index]?.textColour}
          stroke={halo}
          strokeWidth={4}
          paintOrder="stroke"
        >
          {text}
        </text>
      ))}
    </g>
  );
}
