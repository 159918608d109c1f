import React from 'react';
import { isAbsent, type Absent } from '../../report/absent.ts';
import type { Heatmap } from '../../report/heatmap.ts';
import type { Palette } from '../palette.ts';
import type { Scene } from '../scene.ts';
import type { PlotArea } from './plot-area.ts';

/** Place in the heatmap of the chunk that a point lies in; undefined where there is none. */
export function chunkAt(
  heatmap: Heatmap | Absent,
  point: { from: number; to: number } | undefined
): number | undefined {
  if (isAbsent(heatmap) || !point) {
    return undefined;
  }
  const middle = (point.from + point.to) / 2;
  const found = heatmap.from.findIndex((from, at) => from <= middle && middle < (heatmap.to[at] ?? 0));
  return found >= 0 ? found : undefined;
}

interface Props {
  scene: Scene;
  feature: string;
  area: PlotArea;
  palette: Palette;
}

/** A pale column where the chosen chunk is. */
export function ChosenChunk({ scene, feature, area, palette }: Props) {
  const { heatmap } = scene.report;
  const { chunk } = scene.selection;
  if (chunk === undefined || scene.selection.feature !== feature || isAbsent(heatmap)) {
    return null;
  }
  const left = Math.max(0, area.x(heatmap.from[chunk] ?? NaN));
  const right = Math.min(area.width, area.x(heatmap.to[chunk] ?? NaN));
  if (!(right > left)) {
    return null;
  }
  return (
    <rect
      x={left}
      width={right - left}
      height={area.height}
      fill={palette.text}
      fillOpacity={0.08}
      stroke={palette.text}
      data-mark="chosen"
    />
  );
}
