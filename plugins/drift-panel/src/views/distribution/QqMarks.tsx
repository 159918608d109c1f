import React from 'react';
import type { Line } from '../../report/distribution.ts';
import type { ValueScale } from '../marks/value-ticks.ts';
import type { Palette } from '../palette.ts';
import type { PlotArea, Span } from './plot-area.ts';

interface Props {
  qq: Line;
  area: PlotArea;
  /** Values of the feature → pixels upwards. */
  y: ValueScale;
  palette: Palette;
  colour: string;
}

/** Quantiles of both sides against each other; on the diagonal they are equal. */
export function QqMarks({ qq, area, y, palette, colour }: Props) {
  const [low = 0, high = 1] = y.domain();
  const isOut = (value: number) => value < low || value > high;
  return (
    <g>
      <line
        x1={area.x(low)}
        y1={y(low)}
        x2={area.x(high)}
        y2={y(high)}
        stroke={palette.reference}
        strokeWidth={1.25}
        strokeDasharray="4 3"
      />
      <g fill={colour} stroke={colour}>
        {qq.x.map((value, i) => {
          const at = qq.y[i] ?? NaN;
          if (!Number.isFinite(value) || !Number.isFinite(at)) {
            return null;
          }
          // What lies outside the axis is drawn at its edge, hollow.
          const out = isOut(at) || isOut(value);
          return (
            <circle key={i} data-point={i} cx={area.x(value)} cy={y(at)} r={2.5} fill={out ? 'none' : undefined} />
          );
        })}
      </g>
    </g>
  );
}

/** Room of each point along the axis, up to halfway to its neighbours. */
export function pointSpans(qq: Line, area: PlotArea): Span[] {
  const at = qq.x.map((value) => area.x(value));
  const between = (a: number | undefined, b: number | undefined) =>
    a === undefined || b === undefined ? undefined : (a + b) / 2;
  return at.map((x, i) => [between(at[i - 1], x) ?? area.left, between(x, at[i + 1]) ?? area.left + area.width]);
}
