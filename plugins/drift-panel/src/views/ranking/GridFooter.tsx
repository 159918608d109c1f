import React from 'react';
import { css } from '@emotion/css';
import type { Heatmap } from '../../report/heatmap.ts';
import { LEVELS, type Level } from '../../report/level.ts';
import { AXIS_HEIGHT, HeatAxis } from '../heatmap/HeatAxis.tsx';
import type { ChunkScale } from '../heatmap/chunk-scale.ts';
import { Legend, legendOf } from '../heatmap/Legend.tsx';
import type { LaidLines } from '../marks/MarkLines.tsx';
import type { Palette } from '../palette.ts';
import { GAP, PADDING } from './columns.ts';

interface Props {
  heatmap: Heatmap;
  scale: ChunkScale;
  laid: LaidLines;
  heatLeft: number;
  timeZone: string;
  palette: Palette;
}

const LINE = 22;

/** Half a million cells are gone through once. */
const known = new WeakMap<Heatmap, ReadonlySet<Level>>();

function levelsIn(heatmap: Heatmap): ReadonlySet<Level> {
  const before = known.get(heatmap);
  if (before) {
    return before;
  }
  const seen = new Uint8Array(LEVELS.length);
  for (const index of heatmap.level) {
    seen[index] = 1;
  }
  const levels = new Set(LEVELS.filter((_, index) => seen[index] === 1));
  known.set(heatmap, levels);
  return levels;
}

/** The height that `GridFooter` takes: the legend stands beside the axis where there is room, else below it. */
export function footerHeight(heatmap: Heatmap, heatLeft: number): number {
  return legendOf(levelsIn(heatmap)).width > heatLeft - PADDING - GAP ? 2 * LINE : LINE;
}

/** Below the cells: what their colours mean, and their times. */
export function GridFooter({ heatmap, scale, laid, heatLeft, timeZone, palette }: Props) {
  const { entries } = legendOf(levelsIn(heatmap));
  const height = footerHeight(heatmap, heatLeft);
  const below = height > LINE;
  const room = below ? heatLeft + scale.width - PADDING : heatLeft - PADDING - GAP;
  return (
    <div className={styles.footer} style={{ height }}>
      <div style={{ position: 'absolute', left: heatLeft, top: 2, height: AXIS_HEIGHT }}>
        <HeatAxis scale={scale} laid={laid} timeZone={timeZone} palette={palette} />
      </div>
      <div style={{ position: 'absolute', left: PADDING, top: below ? LINE : 3 }}>
        <Legend entries={entries} width={room} palette={palette} />
      </div>
    </div>
  );
}

const styles = { footer: css({ position: 'relative', flexShrink: 0, overflow: 'hidden' }) };
