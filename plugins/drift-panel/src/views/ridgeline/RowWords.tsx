import React from 'react';
import { t } from '../../i18n/translate.ts';
import { chunkTime } from '../detail/chunk-time.ts';
import { FONT } from '../distribution/plot-area.ts';
import { textWidth } from '../marks/text-width.ts';
import type { Palette } from '../palette.ts';
import type { Scene } from '../scene.ts';
import { holdsChunk } from './chunk-of.ts';
import { isLabelled, type RowLayout } from './row-layout.ts';

export interface Row {
  from?: number;
  to?: number;
  n: number;
  over: boolean;
}

/** "reference", then the time at which each chunk begins. */
export function rowNames(rows: readonly Row[], timeZone: string): string[] {
  const froms = rows.flatMap(({ from }) => (from === undefined ? [] : [from]));
  const [first = 0, last = 0] = [froms[0], froms[froms.length - 1]];
  return rows.map(({ from, to }) =>
    from === undefined
      ? t('ridgeline.reference', 'reference')
      : chunkTime(from, { span: last - first, length: (to ?? from) - from }, timeZone)
  );
}

function overWord(): string {
  return t('ridgeline.over', 'over');
}

/** Room for names at the left and the word for drift at the right. */
export function wordsRoom(names: readonly string[], width: number): { left: number; right: number } {
  const wanted = Math.max(...names.map((name) => textWidth(name, FONT)), 0) + 20;
  return { left: Math.min(width * 0.36, wanted), right: textWidth(overWord(), FONT) + 14 };
}

interface Props {
  scene: Scene;
  rows: readonly Row[];
  names: readonly string[];
  layout: RowLayout;
  palette: Palette;
}

/** When each row was, thinned where rows are low, and in words which are over the limit. */
export function RowWords({ scene, rows, names, layout, palette }: Props) {
  return (
    <g fontSize={FONT} fill={palette.axis}>
      {rows.map((row, i) => {
        const y = (layout.grounds[i] ?? 0) - 2;
        const chosen = holdsChunk(scene.report, row, scene.selection.chunk);
        return (
          <g key={i}>
            {(isLabelled(i, layout.every) || chosen) && (
              <text x={layout.left - 8} y={y} textAnchor="end" fill={i === 0 || chosen ? palette.text : undefined}>
                {chosen ? `▸ ${names[i]}` : names[i]}
              </text>
            )}
            {row.over && isLabelled(i, layout.every) && (
              <text x={layout.right + 8} y={y} fill={palette.limitText}>
                {overWord()}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
