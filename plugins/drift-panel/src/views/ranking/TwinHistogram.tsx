import React from 'react';
import { scaleLinear } from 'd3';
import type { Twin } from '../../report/report.ts';
import type { Palette } from '../palette.ts';

interface Props {
  twin: Twin;
  width: number;
  height: number;
  palette: Palette;
  /** Fixed by the options of the feature's field; undefined: the palette's. */
  colour: string | undefined;
}

const STROKE = 1.25;

/** Tenths of a pixel: what is finer only makes the page longer. */
function interpolateTenths(from: number, to: number): (part: number) => number {
  return (part) => Math.round((from + (to - from) * part) * 10) / 10;
}

/** Current as bars, reference as outline, on one shared axis, so that a feature that moved looks moved. */
export function TwinHistogram({ twin, width, height, palette, colour }: Props) {
  const { reference, current } = twin;
  const edges = twin.edges.length > 0 ? twin.edges : Array.from({ length: current.length + 1 }, (_, at) => at);
  const x = scaleLinear()
    .domain([edges[0] ?? 0, edges[edges.length - 1] ?? 1])
    .range([0, width])
    .interpolate(interpolateTenths);
  const top = Math.max(...reference, ...current, Number.MIN_VALUE);
  const y = scaleLinear()
    .domain([0, top])
    .range([height - 0.5, STROKE])
    .interpolate(interpolateTenths);
  const gap = width / Math.max(1, current.length) > 12 ? 1 : 0.5;
  // One path for all bars: a hundred rows of twenty elements each are felt while scrolling.
  const bars = current
    .map((value, at) => {
      const left = x(edges[at] ?? 0) + gap / 2;
      const right = Math.max(left + 0.5, x(edges[at + 1] ?? 0) - gap / 2);
      return `M${left},${height}V${y(value)}H${right}V${height}Z`;
    })
    .join('');
  const outline = reference
    .map((value, at) => `L${x(edges[at] ?? 0)},${y(value)}L${x(edges[at + 1] ?? 0)},${y(value)}`)
    .join('');
  return (
    <svg width={width} height={height} aria-hidden="true" style={{ display: 'block' }}>
      <path d={bars} fill={colour ?? palette.current} data-side="current" />
      <path
        d={`M0,${height}${outline}L${width},${height}`}
        fill="none"
        data-side="reference"
        stroke={palette.reference}
        strokeWidth={STROKE}
        strokeLinejoin="round"
      />
    </svg>
  );
}
