import React from 'react';
import { useTheme2 } from '@grafana/ui';
import { CursorLine } from '../marks/CursorLine.tsx';
import { MarkLines, type LaidLines } from '../marks/MarkLines.tsx';
import { TimeAxis } from '../marks/TimeAxis.tsx';
import { ValueAxis } from '../marks/ValueAxis.tsx';
import { paletteOf } from '../palette.ts';
import type { Scene } from '../scene.ts';
import { ChosenChunk } from './ChosenChunk.tsx';
import { EndLabels, type EndLabel } from './EndLabels.tsx';
import type { PlotArea, Range } from './plot-area.ts';
import type { Series } from './joined-layout.ts';
import { MOST_COLOURED } from './series-style.ts';
import { limitPath, stepPath } from './step-path.ts';

interface Props {
  series: readonly Series[];
  /** Place of the line in front. */
  active: number;
  isPointed: boolean;
  label: string;
  ends: readonly EndLabel[];
  /** Pixels beside the plot for the names. */
  room: number;
  size: { width: number; height: number };
  range: Range;
  area: PlotArea;
  laid: LaidLines;
  scene: Scene;
}

/** The lines of several features, the active one in front. */
export function JoinedPlot({ series, active, isPointed, label, ends, room, size, range, area, laid, scene }: Props) {
  const palette = paletteOf(useTheme2());
  const current = series[active];
  // Later in the list is further from drift, and lies behind; the active one before all.
  const order = [...series.keys()].reverse().sort((a, b) => Number(a === active) - Number(b === active));
  return (
    <svg {...size} role="img" aria-label={label} style={{ display: 'block' }}>
      <g transform={`translate(${area.left},${area.top})`}>
        <ValueAxis scale={area.y} side="left" palette={palette} ticks={area.ticks} grid={area.width} />
        {current && <ChosenChunk scene={scene} feature={current.feature} area={area} palette={palette} />}
        {current && (
          <path
            d={limitPath(current.points, area)}
            fill="none"
            stroke={palette.limit}
            strokeWidth={1.25}
            strokeDasharray="5 3"
            data-mark="limit"
          />
        )}
        {order.map((at) => {
          const line = series[at];
          const isQuiet = at !== active && (isPointed || at >= MOST_COLOURED);
          return (
            line && (
              <path
                key={line.feature}
                d={stepPath(line.points, area)}
                fill="none"
                stroke={line.style.colour}
                strokeWidth={at === active ? 2.5 : 1.25}
                strokeOpacity={isQuiet ? 0.5 : 1}
                strokeDasharray={line.style.dash}
                strokeLinejoin="round"
                data-feature={line.feature}
              />
            )
          );
        })}
        <MarkLines laid={laid} x={area.x} width={area.width} height={area.height} />
        <CursorLine time={scene.cursor} x={area.x} width={area.width} height={area.height} palette={palette} />
        <EndLabels labels={ends} area={area} room={room} />
        <g transform={`translate(0,${area.height})`}>
          <TimeAxis from={range.from} to={range.to} width={area.width} timeZone={scene.timeZone} palette={palette} />
        </g>
      </g>
    </svg>
  );
}
