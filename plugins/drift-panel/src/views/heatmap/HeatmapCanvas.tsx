import React, { useLayoutEffect, useRef } from 'react';
import { useTheme2 } from '@grafana/ui';
import type { Heatmap } from '../../report/heatmap.ts';
import { paletteOf } from '../palette.ts';
import type { ChunkScale } from './chunk-scale.ts';
import { paintCells } from './paint-cells.ts';

interface Props {
  heatmap: Heatmap;
  scale: ChunkScale;
  /** Row of the heatmap for each row of the picture. */
  rows: readonly number[];
  rowHeight: number;
}

/** The cells of all rows in view, on one canvas that scrolls with them. Rows, outline and table say the same in words. */
export function HeatmapCanvas({ heatmap, scale, rows, rowHeight }: Props) {
  const theme = useTheme2();
  const canvas = useRef<HTMLCanvasElement>(null);
  const height = rows.length * rowHeight;
  const { width } = scale;
  useLayoutEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext('2d');
    if (!element || !pen) {
      return;
    }
    const density = window.devicePixelRatio || 1;
    // Setting the size empties the canvas.
    element.width = Math.round(width * density);
    element.height = Math.round(height * density);
    pen.setTransform(density, 0, 0, density, 0, 0);
    paintCells(pen, {
      heatmap,
      scale,
      rows,
      rowHeight,
      density,
      palette: paletteOf(theme),
      font: theme.typography.fontFamily,
    });
  }, [heatmap, scale, rows, rowHeight, width, height, theme]);
  return <canvas ref={canvas} style={{ width, height, display: 'block' }} aria-hidden="true" />;
}
