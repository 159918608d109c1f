import React from 'react';
import { boxOf, type PlotArea, type Span } from './plot-area.ts';

interface Props {
  area: PlotArea;
  values: { current: readonly number[]; reference: readonly number[] };
  /** Numbers → pixels along the axis of values. */
  scale: (value: number) => number;
  base: number;
  /** Categories have an outline each, bins one that runs over all of them. */
  apart: boolean;
  colours: { more: string; less: string; reference: string };
}

/** Current as bars, reference as outline. Bars below zero have a colour of their own. */
export function BarMarks({ area, values, scale, base, apart, colours }: Props) {
  const { spans } = area;
  const narrow = spans.length > 0 && Math.abs((spans[0]?.[1] ?? 0) - (spans[0]?.[0] ?? 0)) < 8;
  const gap = apart ? 7 : narrow ? 0.5 : 1;
  return (
    <g>
      {spans.map((span, i) => {
        const value = values.current[i] ?? 0;
        const box = boxOf(area, span, [base, scale(value)], gap);
        return <rect key={i} {...box} data-cell={i} fill={value < 0 ? colours.less : colours.more} />;
      })}
      {values.reference.length > 0 && (
        <path
          d={apart ? boxes(area, values.reference, scale, base) : outline(spans, values.reference, scale, base)}
          fill="none"
          stroke={colours.reference}
          strokeWidth={1.75}
          strokeLinejoin="round"
          data-side="reference"
        />
      )}
    </g>
  );
}

type Scale = (value: number) => number;

/** One step line from bin to bin, closed at both ends. */
function outline(spans: readonly Span[], values: readonly number[], scale: Scale, base: number): string {
  const steps = spans.map(([start, end], i) => `L${start},${scale(values[i] ?? 0)}L${end},${scale(values[i] ?? 0)}`);
  return `M${spans[0]?.[0] ?? 0},${base}${steps.join('')}L${spans[spans.length - 1]?.[1] ?? 0},${base}`;
}

/** Three sides of a box around each category: categories have no order that a line could follow. */
function boxes(area: PlotArea, values: readonly number[], scale: Scale, base: number): string {
  return area.spans.map((span, i) => bracket(area, span, [base, scale(values[i] ?? 0)])).join('');
}

/** Three sides of a box over a span, open at its base. */
export function bracket(area: PlotArea, [start, end]: Span, [base, top]: readonly [number, number]): string {
  return area.lying
    ? `M${base},${start + 2}H${top}V${end - 2}H${base}`
    : `M${start + 2},${base}V${top}H${end - 2}V${base}`;
}
