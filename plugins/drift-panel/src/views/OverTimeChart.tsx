import React, { useState } from 'react';
import { scaleLinear } from 'd3';
import { useTheme2 } from '@grafana/ui';
import type { AxisTick, OverTime } from '../report/history.ts';
import { limitPath, overAreas, stepPath } from './step-path.ts';
import { paletteOf } from './palette.ts';
import { TimeAxis } from './TimeAxis.tsx';

interface Props {
  overTime: OverTime;
  width: number;
  height: number;
  timeZone: string;
}

const HEAD = 20;
const AXIS = 18;
const LEFT = 40;

/** One number over time in steps, its limit dashed, the time over the limit shaded. */
export function OverTimeChart({ overTime, width, height, timeZone }: Props) {
  const palette = paletteOf(useTheme2());
  const [pointer, setPointer] = useState<number>();
  const plotWidth = Math.max(20, width - LEFT);
  const plot = Math.max(20, height - HEAD - AXIS);
  const x = scaleLinear().domain([overTime.from, overTime.to]).range([0, plotWidth]);
  const y = scaleLinear().domain([overTime.yMin, overTime.yMax]).range([plot, 4]);
  const scales = { x, y };
  const { points } = overTime;
  const hovered = pointer === undefined ? undefined : nearest(points, x.invert(pointer));
  const all = overTime.ticks.length ? overTime.ticks : y.ticks(4).map((at) => ({ y: at, text: y.tickFormat(4)(at) }));
  const ticks = spaced(all, y);

  const onMove = (event: React.PointerEvent<SVGRectElement>) => {
    setPointer(event.clientX - event.currentTarget.getBoundingClientRect().left);
  };

  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={`${overTime.title} over time, ${overTime.limitLabel}`}
      style={{ display: 'block' }}
    >
      <text y={12} fontSize={11} fill={hovered ? palette.text : palette.axis}>
        {hovered ? hovered.title : overTime.title}
      </text>
      {overTime.limitLabel && !hovered && (
        <text x={width} y={12} fontSize={11} fill={palette.limitText} textAnchor="end">
          {fitLabel(overTime.limitLabel, width - overTime.title.length * 6 - 24)}
        </text>
      )}
      <g transform={`translate(0,${HEAD})`} fontSize={11} fill={palette.axis}>
        {ticks.map((tick) => (
          <g key={tick.y} transform={`translate(0,${y(tick.y)})`}>
            <line x1={LEFT} x2={width} stroke={palette.grid} />
            <text x={LEFT - 6} y={4} textAnchor="end">
              {tick.text}
            </text>
          </g>
        ))}
      </g>
      <g transform={`translate(${LEFT},${HEAD})`}>
        {overAreas(points, scales, overTime.to).map((d, at) => (
          <path key={at} d={d} fill={palette.limit} opacity={0.16} />
        ))}
        <path
          d={stepPath(points, scales, overTime.to)}
          fill="none"
          stroke={palette.line}
          strokeWidth={1.75}
          strokeLinejoin="round"
        />
        <path
          d={limitPath(points, scales, overTime.to)}
          fill="none"
          stroke={palette.limit}
          strokeWidth={1.25}
          strokeDasharray="4 3"
        />
        {overTime.since && (
          <g transform={`translate(${x(overTime.since.time)},0)`} fontSize={11} fill={palette.limitText}>
            <line y2={plot} stroke={palette.limit} strokeDasharray="2 3" />
            {x(overTime.since.time) > 110 && (
              <text x={-6} y={12} textAnchor="end">
                {overTime.since.text}
              </text>
            )}
          </g>
        )}
        {hovered && (
          <line x1={x(hovered.time)} x2={x(hovered.time)} y2={plot} stroke={palette.axis} strokeDasharray="1 2" />
        )}
        {hovered?.y != null && (
          <circle cx={x(hovered.time)} cy={y(Math.min(hovered.y, overTime.yMax))} r={3} fill={palette.line} />
        )}
        <g transform={`translate(0,${plot})`}>
          <TimeAxis from={overTime.from} to={overTime.to} width={plotWidth} timeZone={timeZone} palette={palette} />
        </g>
        <rect
          width={plotWidth}
          height={plot}
          fill="transparent"
          onPointerMove={onMove}
          onPointerLeave={() => setPointer(undefined)}
        />
      </g>
    </svg>
  );
}

/** Ticks far enough apart to be read, from the bottom up. */
function spaced(ticks: AxisTick[], y: (value: number) => number): AxisTick[] {
  const kept: AxisTick[] = [];
  for (const tick of ticks) {
    const below = kept[kept.length - 1];
    if (!below || y(below.y) - y(tick.y) >= 14) {
      kept.push(tick);
    }
  }
  return kept;
}

/** The limit's value alone where its origin does not fit beside the title. */
function fitLabel(label: string, room: number): string {
  const text = label.length * 5.8 <= room ? label : (label.split(', ')[0] ?? label);
  return `╌ ${text}`;
}

/** The last sample at or before a time, since a step holds until the next one. */
function nearest(points: OverTime['points'], time: number): OverTime['points'][number] | undefined {
  let found = points[0];
  for (const point of points) {
    if (point.time > time) {
      break;
    }
    found = point;
  }
  return found;
}
