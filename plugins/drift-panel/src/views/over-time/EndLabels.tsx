import React from 'react';
import { useTheme2 } from '@grafana/ui';
import { fitText } from '../marks/text-width.ts';
import type { PlotArea } from './plot-area.ts';
import { spreadLabels } from './end-labels.ts';

/** A name for the end of a line. */
export interface EndLabel {
  name: string;
  colour: string;
  isActive: boolean;
  /** Where the line ends, in the plot. */
  x: number;
  y: number;
}

export const LEADER = 12;
const LINE = 14;

/** Names at the right ends of their lines, moved apart where lines end near each other. */
export function EndLabels({ labels, area, room }: { labels: readonly EndLabel[]; area: PlotArea; room: number }) {
  const theme = useTheme2();
  const heights = spreadLabels(
    labels.map(({ y }) => y),
    area.height,
    LINE
  );
  return (
    <g fontSize={11}>
      {labels.map(({ name, colour, isActive, x, y }, at) => (
        <g key={name}>
          <path
            d={`M${x},${y}L${area.width + LEADER - 3},${heights[at] ?? y}`}
            stroke={colour}
            strokeOpacity={0.6}
            fill="none"
          />
          <text
            x={area.width + LEADER}
            y={(heights[at] ?? y) + 4}
            fill={theme.colors.text.primary}
            fontWeight={isActive ? theme.typography.fontWeightBold : undefined}
          >
            {fitText(name, room - LEADER)}
            <title>{name}</title>
          </text>
        </g>
      ))}
    </g>
  );
}
