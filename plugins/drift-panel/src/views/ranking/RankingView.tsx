import React, { useMemo } from 'react';
import type { ViewProps } from '../scene.ts';
import { columnsOf } from './columns.ts';
import { FeatureGrid } from './FeatureGrid.tsx';
import { wantsOf } from './wants.ts';

const ROW = 30;

/** The ranking alone: in place of the history stands why. */
export function RankingView({ scene, width, height }: ViewProps) {
  const { report } = scene;
  const columns = useMemo(() => columnsOf(width, { ...wantsOf(report), why: true, heat: false }), [width, report]);
  return <FeatureGrid scene={scene} columns={columns} height={height} rowHeight={ROW} />;
}

export default RankingView;
