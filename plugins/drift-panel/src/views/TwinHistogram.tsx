import React from 'react';
import { scaleLinear } from 'd3';
import type { Overlay } from '../report/overlay.ts';
import type { Palette } from './palette.ts';

interface Props {
  overlay: Overlay;
  width: number;
  height: number;
  palette: Palette;
  /** Line width of the reference outline. */
  stroke: number;
}

/** Bin edges of an overlay on its x axis; categories stand at 0, 1, 2, … */
export function edgesOf(overlay: Overlay): number[] {
  return overlay.kind === 'numeric'
    ? overlay.edges
    : [...overlay.categories.map((_, at) => at), overlay.categories.length];
}

/** Marks only: current as bars, reference as outline, on one shared axis. Goes inside an svg. */
export function TwinHistogram({ overlay, width, height, palette, stroke }: Props) {
  const edges = edgesOf(overlay);
  const x = scaleLinear()
    .domain([edges[0] ?? 0, edges[edges.length - 1] ?? 1])
    .range([0, width]);
  const top = Math.max(...overlay.reference, ...overlay.current, Number.MIN_VALUE);
  const y = scaleLinear().domain([0, top]).range([height, stroke]);
  const gap = width / Math.max(1, overlay.current.length) > 12 ? 1 : 0.5;
  const bars = overlay.current.map((value, at) => {
    const left = x(edges[at] ?? 0);
    const right = x(edges[at + 1] ?? 0);
    return (
      <rect
        key={at}
        x={left + gap / 2}
        width={Math.max(0.5, right - left - gap)}
        y={y(value)}
        height={height - y(value)}
        fill={palette.current}
      />
    );
  });
  const outline = overlay.reference
    .map((value, at) => `L${x(edges[at] ?? 0)},${y(value)}L${x(edges[at + 1] ?? 0)},${y(value)}`)
    .join('');
  return (
    <g>
      {bars}
      <path
        d={`M0,${height}${outline}L${width},${height}`}
        fill="none"
        stroke={palette.reference}
        strokeWidth={stroke}
        strokeLinejoin="round"
      />
    </g>
  );
}
