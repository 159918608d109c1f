import React from 'react';
import { scaleLinear } from 'd3';
import { formattedValueToString, getValueFormat } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import type { Overlay } from '../report/overlay.ts';
import { formatCount } from '@soundcheck/query';
import { paletteOf, type Palette } from './palette.ts';
import { TwinHistogram, edgesOf } from './TwinHistogram.tsx';

interface Props {
  overlay: Overlay;
  width: number;
  height: number;
}

const HEAD = 20;
const AXIS = 18;

/** Reference against current of one feature, with what it shows, both n and an axis. */
export function OverlayChart({ overlay, width, height }: Props) {
  const palette = paletteOf(useTheme2());
  const plot = Math.max(20, height - HEAD - AXIS);
  const what = overlay.kind === 'numeric' ? 'density' : 'share of rows';
  const sides = `current ${formatCount(overlay.nCurrent)}, reference ${formatCount(overlay.nReference)} rows`;
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={`${what}: ${sides}. ${overlay.sentence}`}
      style={{ display: 'block' }}
    >
      <text y={12} fontSize={11} fill={palette.axis}>
        {overlay.remark && width > 420 ? `${what}; ${overlay.remark}` : what}
      </text>
      <Key overlay={overlay} width={width} palette={palette} />
      <g transform={`translate(0,${HEAD})`}>
        <TwinHistogram overlay={overlay} width={width} height={plot} palette={palette} stroke={1.75} />
        <line x2={width} y1={plot} y2={plot} stroke={palette.grid} />
        <g transform={`translate(0,${plot})`}>
          <ValueAxis overlay={overlay} width={width} palette={palette} />
        </g>
      </g>
    </svg>
  );
}

function Key({ overlay, width, palette }: { overlay: Overlay; width: number; palette: Palette }) {
  return (
    <g transform={`translate(${width},12)`} fontSize={11} fill={palette.axis} textAnchor="end">
      <text>
        <tspan fill={palette.current}>■</tspan> current {formatCount(overlay.nCurrent)}
        {'   '}
        <tspan fill={palette.reference} fontWeight={700}>
          —
        </tspan>{' '}
        reference {formatCount(overlay.nReference)}
      </text>
    </g>
  );
}

function ValueAxis({ overlay, width, palette }: { overlay: Overlay; width: number; palette: Palette }) {
  const edges = edgesOf(overlay);
  const x = scaleLinear()
    .domain([edges[0] ?? 0, edges[edges.length - 1] ?? 1])
    .range([0, width]);
  if (overlay.kind === 'categorical') {
    const room = width / overlay.categories.length;
    return (
      <g fontSize={11} fill={palette.axis} textAnchor="middle">
        {overlay.categories.map((category, at) => (
          <text key={category} x={x(at + 0.5)} y={14}>
            <title>{category}</title>
            {fit(category, room)}
          </text>
        ))}
      </g>
    );
  }
  const format = overlay.unit ? unitFormat(overlay.unit) : x.tickFormat(6);
  return (
    <g fontSize={11} fill={palette.axis}>
      {x.ticks(Math.max(2, Math.min(8, Math.floor(width / 70)))).map((tick) => {
        const at = x(tick);
        return (
          <text key={tick} x={at} y={14} textAnchor={at < 12 ? 'start' : at > width - 12 ? 'end' : 'middle'}>
            {format(tick)}
          </text>
        );
      })}
    </g>
  );
}

/** Ticks in the field's own unit, as Grafana writes it elsewhere. */
function unitFormat(unit: string): (value: number) => string {
  const format = getValueFormat(unit);
  return (value) => formattedValueToString(format(value));
}

/** As much of a category's name as its column holds. */
function fit(text: string, room: number): string {
  const letters = Math.floor(room / 6.5);
  return text.length <= letters ? text : letters < 2 ? '' : `${text.slice(0, letters - 1)}…`;
}
