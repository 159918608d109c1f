import React from 'react';
import type { OverTime } from '../../report/history.ts';
import { Hatch } from '../marks/Hatch.tsx';
import type { Palette } from '../palette.ts';
import type { PlotArea } from './plot-area.ts';
import { stateRuns } from './state-runs.ts';
import { bandAreas, fewPath, limitPath, overAreas, stepPath } from './step-path.ts';

interface Props {
  overTime: OverTime;
  area: PlotArea;
  palette: Palette;
  colour: string;
}

/** Bands, gaps, limit and steps of one feature; inside an svg group at the corner of its plot. */
export function StepPlot({ overTime, area, palette, colour }: Props) {
  const { points, referenceBand } = overTime;
  const { x, y } = area;
  const beyond = points.filter((point) => point.y !== null && point.y > (y.domain()[1] ?? Infinity));
  return (
    <g>
      {referenceBand && (
        <rect
          y={y(referenceBand.high)}
          width={area.width}
          height={Math.max(1, y(referenceBand.low) - y(referenceBand.high))}
          fill={palette.axis}
          opacity={0.14}
        />
      )}
      {bandAreas(points, area).map((d, at) => (
        <path key={at} d={d} fill={palette.line} opacity={0.16} />
      ))}
      {stateRuns(points)
        .filter(({ kind }) => kind === 'no data')
        .map(({ from, to }) => (
          <Hatch
            key={from}
            x={x(from)}
            y={0}
            width={Math.max(1, x(to) - x(from))}
            height={area.height}
            colour={palette.level['no data']}
          />
        ))}
      {overAreas(points, area).map((d, at) => (
        <path key={at} d={d} fill={palette.limit} opacity={0.2} />
      ))}
      <path
        d={limitPath(points, area)}
        fill="none"
        stroke={palette.limit}
        strokeWidth={1.25}
        strokeDasharray="5 3"
        data-mark="limit"
      />
      <path
        d={stepPath(points, area)}
        fill="none"
        stroke={colour}
        strokeWidth={1.75}
        strokeLinejoin="round"
        data-mark="steps"
      />
      <path d={fewPath(points, area)} fill="none" stroke={palette.axis} strokeDasharray="1 3" data-mark="few" />
      {beyond.map((point) => {
        const middle = (x(point.from) + x(point.to)) / 2;
        const top = y.range()[1] ?? 0;
        return <path key={point.from} d={`M${middle - 4},${top - 1}h8l-4,-6Z`} fill={colour} data-mark="beyond" />;
      })}
    </g>
  );
}
