import React from 'react';
import { scaleLinear } from 'd3';
import type { StripCell } from '../report/history.ts';
import type { Strip } from '../report/report.ts';
import { Hatch } from './Hatch.tsx';
import type { Palette } from './palette.ts';

interface Props {
  cells: StripCell[];
  strip: Strip;
  width: number;
  palette: Palette;
}

const HEIGHT = 20;

/** One cell a chunk: colour begins at the limit; "few" (rows), "no data" and "not judged" have a look of their own. */
export function HistoryStrip({ cells, strip, width, palette }: Props) {
  const x = scaleLinear().domain([strip.from, strip.to]).range([0, width]);
  return (
    <svg width={width} height={HEIGHT} aria-hidden="true" style={{ display: 'block' }}>
      {cells.map((cell) => (
        <Cell key={cell.from} cell={cell} left={x(cell.from)} right={x(cell.to)} palette={palette} />
      ))}
    </svg>
  );
}

function Cell({ cell, left, right, palette }: { cell: StripCell; left: number; right: number; palette: Palette }) {
  const width = right - left;
  const gap = width > 8 ? 2 : width > 3 ? 1 : 0;
  const box = { x: left + gap / 2, y: 0.5, width: Math.max(0.5, width - gap), height: HEIGHT - 1, rx: gap > 1 ? 2 : 0 };
  const colour = palette.level[cell.level];
  if (cell.level === 'no data') {
    return (
      <g>
        <title>{cell.title}</title>
        <Hatch {...box} colour={colour} />
      </g>
    );
  }
  if (cell.level === 'few' || cell.level === 'unjudged') {
    return (
      <g>
        <title>{cell.title}</title>
        <rect {...box} fill="transparent" stroke={colour} strokeDasharray="1 2" />
        {cell.level === 'few' && width >= 22 && (
          <text x={(left + right) / 2} y={HEIGHT / 2 + 3} fontSize={9} textAnchor="middle" fill={palette.axis}>
            few
          </text>
        )}
      </g>
    );
  }
  return (
    <rect {...box} fill={colour}>
      <title>{cell.title}</title>
    </rect>
  );
}
