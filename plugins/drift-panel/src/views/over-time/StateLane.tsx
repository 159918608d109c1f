import React from 'react';
import { useTheme2 } from '@grafana/ui';
import { Hatch } from '../marks/Hatch.tsx';
import { textWidth } from '../marks/text-width.ts';
import type { Palette } from '../palette.ts';
import { kindText, type StateRun } from './state-runs.ts';

/** Least contrast of small text (WCAG 2.2, 1.4.3). */
const AA = 4.5;

interface Props {
  runs: readonly StateRun[];
  x: (time: number) => number;
  palette: Palette;
}

export const LANE = 14;
const FONT = 10;

/** States under the plot, in the looks of the heatmap and in words where they fit; 14 px high, inside an svg. */
export function StateLane({ runs, x, palette }: Props) {
  const theme = useTheme2();
  return (
    <g>
      {runs.map(({ kind, from, to, level }) => {
        const colour = palette.level[level];
        const box = { x: x(from) + 0.5, y: 1.5, width: Math.max(1, x(to) - x(from) - 1), height: LANE - 3 };
        const { long, short } = kindText(kind);
        const text = [long, short].find((words) => textWidth(words, FONT) <= box.width - 4);
        const fill = kind === 'over' ? theme.colors.getContrastText(colour, AA) : palette.axis;
        return (
          <g key={from} data-state={kind}>
            {kind === 'no data' ? (
              !text && <Hatch {...box} colour={colour} />
            ) : (
              <rect
                {...box}
                rx={2}
                fill={kind === 'over' ? colour : 'none'}
                stroke={kind === 'over' ? 'none' : colour}
                strokeDasharray="2 2"
              />
            )}
            {text && (
              <text x={box.x + box.width / 2} y={LANE / 2 + 3.5} fontSize={FONT} textAnchor="middle" fill={fill}>
                {text}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
