import React from 'react';
import { useTheme2 } from '@grafana/ui';
import type { RidgeRow } from '../../report/distribution.ts';
import type { Palette } from '../palette.ts';
import { ridgePath } from './ridge-path.ts';

interface Props {
  row: RidgeRow;
  behind: readonly number[];
  x: readonly number[];
  ground: number;
  scales: { toX: (value: number) => number; toHeight: (density: number) => number };
  palette: Palette;
  colour: string;
}

/** One chunk over its ground: filled, outlined where it is over the limit, with the reference behind it. */
export function Ridge({ row, behind, x, ground, scales, palette, colour }: Props) {
  const { toX, toHeight } = scales;
  const outline = (density: readonly number[]) => ridgePath({ x, density }, toX, (value) => ground - toHeight(value));
  const isReference = row.from === undefined;
  const path = outline(row.density);
  const [from, to] = [toX(x[0] ?? 0), toX(x[x.length - 1] ?? 0)];
  const area = `${path}L${to},${ground}L${from},${ground}Z`;
  // A ridge hides what lies behind it.
  const background = useTheme2().colors.background.primary;
  return (
    <g>
      <line
        x1={from}
        x2={to}
        y1={ground}
        y2={ground}
        stroke={palette.axis}
        strokeOpacity={0.35}
        strokeDasharray={path ? undefined : '2 3'}
      />
      {path && (
        <g>
          <path d={area} fill={background} />
          <path d={area} fill={isReference ? palette.track : colour} fillOpacity={isReference ? 0.6 : 0.5} />
          {behind.length > 0 && (
            <path
              d={outline(behind)}
              fill="none"
              stroke={palette.reference}
              strokeOpacity={0.9}
              strokeWidth={1}
              strokeDasharray="1 2"
            />
          )}
          <path
            d={path}
            fill="none"
            stroke={isReference ? palette.reference : row.over ? palette.limit : colour}
            strokeWidth={row.over ? 2 : 1.5}
            data-over={row.over}
          />
        </g>
      )}
    </g>
  );
}

/** On the ground, over all ridges: the median longer than the quarters. */
export function Quartiles({ at, ground, palette }: { at: number[]; ground: number; palette: Palette }) {
  return (
    <g stroke={palette.text}>
      {at.map((x, i) => (
        <line key={i} x1={x} x2={x} y1={ground} y2={ground - (i === 1 ? 8 : 5)} strokeWidth={i === 1 ? 1.75 : 1} />
      ))}
    </g>
  );
}
