import React, { useMemo } from 'react';
import { isAbsent } from '../../report/absent.ts';
import { heatColumnsOf } from '../ranking/columns.ts';
import { FeatureGrid, gridHeight } from '../ranking/FeatureGrid.tsx';
import type { ViewProps } from '../scene.ts';

const ROW = { least: 14, most: 32 };

/** The heatmap alone. Rows become lower until all are in view; then the view scrolls. */
export function HeatmapView({ scene, width, height }: ViewProps) {
  const { heatmap, features } = scene.report;
  const columns = useMemo(() => heatColumnsOf(width), [width]);
  if (isAbsent(heatmap)) {
    return <div style={{ padding: 16, textAlign: 'center' }}>{heatmap.absent}</div>;
  }
  const fit = Math.floor((height - gridHeight(scene.report, columns, 0, 0)) / Math.max(1, features.length));
  const rowHeight = Math.max(ROW.least, Math.min(ROW.most, fit));
  return <FeatureGrid scene={scene} columns={columns} height={height} rowHeight={rowHeight} />;
}

export default HeatmapView;
