import React from 'react';
import { scaleLinear } from 'd3';
import type { FeatureReport } from '../../report/report.ts';
import { levelOf } from '../../report/level.ts';
import { barColour, type Palette } from '../palette.ts';

interface Props {
  feature: FeatureReport;
  width: number;
  /** End of the axis, in limits; the same for all bars. */
  max: number;
  palette: Palette;
}

const NUMBER = 34;
const HEIGHT = 20;

/** Effect ÷ limit as a bar with the limit as a tick and the number beside it; an arrow where the bar leaves the axis. */
export function BulletBar({ feature, width, max, palette }: Props) {
  const track = Math.max(20, width - NUMBER);
  const x = scaleLinear().domain([0, max]).range([0, track]).clamp(true);
  const { effect } = feature;
  const beyond = effect !== undefined && effect > max;
  const colour = barColour(palette, levelOf(effect), feature.state);
  const end = x(effect ?? 0);
  return (
    <svg width={width} height={HEIGHT} aria-hidden="true" style={{ display: 'block' }}>
      <rect x={0} y={6} width={track} height={8} rx={2} fill={palette.track} opacity={effect === undefined ? 0.5 : 1} />
      {effect !== undefined && <rect x={0} y={6} width={Math.max(2, end)} height={8} rx={2} fill={colour} />}
      {beyond && <path d={`M${track + 1},6L${track + 6},10L${track + 1},14Z`} fill={colour} />}
      {effect !== undefined && <rect x={x(1) - 1} y={2} width={2} height={16} fill={palette.text} />}
      <text x={width} y={14} textAnchor="end" fontSize={12} fill={effect === undefined ? palette.axis : palette.text}>
        {feature.effectText}
      </text>
    </svg>
  );
}
