import React from 'react';
import type { State } from '@soundcheck/drift';
import { useTheme2 } from '@grafana/ui';
import { fitText } from '../marks/text-width.ts';
import { ValueAxis } from '../marks/ValueAxis.tsx';
import { paletteOf } from '../palette.ts';
import type { NamedPoint, PointLabel } from './place-points.ts';
import { pointLook } from './point-look.ts';
import { limitText, type ScatterArea } from './scatter-area.ts';

export interface PlottedPoint extends NamedPoint {
  feature: string;
  state: State;
  title: string;
  /** Its effect is infinite: it stands at the end of the axis. */
  beyond: boolean;
}

interface Props {
  points: readonly PlottedPoint[];
  labels: readonly PointLabel[];
  area: ScatterArea;
  /** Place of the point that pointer or keyboard is on; −1: none. */
  pointed: number;
  chosen: string | undefined;
  xTitle: string;
  label: string;
}

/** Axes, the limit, points with the shapes of their states, and as many names as there is room for. */
export function ScatterPlot({ points, labels, area, pointed, chosen, xTitle, label }: Props) {
  const theme = useTheme2();
  const palette = paletteOf(theme);
  const { left, top, width, height, x, y } = area;
  const limit = y(1);
  // What matters is drawn last, so that calm points never cover it.
  const order = [...points.keys()].sort((a, b) => (points[a]?.weight ?? 0) - (points[b]?.weight ?? 0));
  return (
    <svg
      width={left + width + 10}
      height={top + height + 33}
      role="img"
      aria-label={label}
      style={{ display: 'block' }}
    >
      <g transform={`translate(${left},${top})`}>
        <rect width={width} height={Math.max(0, limit)} fill={palette.limit} opacity={0.06} />
        <ValueAxis scale={y} side="left" palette={palette} ticks={area.yTicks} grid={width} />
        <g transform={`translate(0,${height})`}>
          <ValueAxis scale={x} side="bottom" palette={palette} ticks={area.xTicks} />
          <text x={width} y={29} fontSize={11} fill={palette.axis} textAnchor="end">
            {fitText(`${xTitle} →`, width)}
          </text>
        </g>
        <line x2={width} y1={limit} y2={limit} stroke={palette.limit} strokeWidth={1.25} strokeDasharray="5 3" />
        {order.map((at) => {
          const point = points[at];
          const look = point && pointLook(point.state, palette);
          return (
            look && (
              <g key={point.feature} transform={`translate(${point.x},${point.y})`} data-feature={point.feature}>
                {(at === pointed || point.feature === chosen) && (
                  <circle r={9.5} fill="none" stroke={palette.text} strokeWidth={at === pointed ? 2 : 1.25} />
                )}
                <path
                  d={look.path}
                  fill={look.isFilled ? look.colour : theme.colors.background.primary}
                  stroke={look.isFilled ? theme.colors.background.primary : look.colour}
                />
                {point.beyond && <path d="M-4,-8H4L0,-13Z" fill={look.colour} />}
              </g>
            )
          );
        })}
        <g fontSize={11} fill={palette.text} pointerEvents="none">
          {labels.map(({ index, text, left: start, top: above, width: size, anchor }) => (
            <text
              key={index}
              x={anchor === 'start' ? start : anchor === 'end' ? start + size : start + size / 2}
              textAnchor={anchor}
              y={above + 10.5}
              fill={points[index]?.state === 'drift' || points[index]?.feature === chosen ? palette.text : palette.axis}
              fontWeight={points[index]?.feature === chosen ? theme.typography.fontWeightMedium : undefined}
            >
              {text}
            </text>
          ))}
        </g>
        <text
          x={width - 4}
          y={limit - 4}
          fontSize={11}
          fill={palette.limitText}
          textAnchor="end"
          stroke={theme.colors.background.primary}
          strokeWidth={3}
          paintOrder="stroke"
        >
          {limitText()}
        </text>
      </g>
    </svg>
  );
}
