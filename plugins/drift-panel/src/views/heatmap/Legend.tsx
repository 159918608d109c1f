import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import { LEVEL_ENDS, type Level } from '../../report/level.ts';
import { Hatch } from '../marks/Hatch.tsx';
import { textWidth } from '../marks/text-width.ts';
import type { Palette } from '../palette.ts';
import { lookOf } from './cell-look.ts';

const { low, over, wellOver } = LEVEL_ENDS;
const SWATCH = 11;
const SWATCH_GAP = 5;
const ENTRY_GAP = 12;

interface Entry {
  level: Level;
  text: string;
  /** Explained only where it occurs. */
  rare?: boolean;
}

function entries(): Entry[] {
  return [
    { level: 'low', text: `< ${low}` },
    { level: 'near', text: t('legend.near', '≤ limit') },
    { level: 'over', text: `1–${over}×` },
    { level: 'well over', text: `${over}–${wellOver}×` },
    { level: 'far over', text: `> ${wellOver}×` },
    { level: 'few', text: t('legend.few', 'few rows'), rare: true },
    { level: 'unjudged', text: t('legend.unjudged', 'not judged'), rare: true },
    { level: 'no data', text: t('legend.noData', 'no data'), rare: true },
  ];
}

/** The entries that this heatmap needs, and how much room they take in one line. */
export function legendOf(present: ReadonlySet<Level>): { entries: Entry[]; width: number } {
  const needed = entries().filter(({ level, rare }) => !rare || present.has(level));
  const width = needed.reduce((sum, { text }) => sum + SWATCH + SWATCH_GAP + textWidth(text) + ENTRY_GAP, 0);
  return { entries: needed, width };
}

interface Props {
  entries: readonly Entry[];
  width: number;
  palette: Palette;
}

/** What the colours and marks of the cells mean. */
export function Legend({ entries: shown, width, palette }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.entries} style={{ width }}>
      {shown.map(({ level, text }) => (
        <span key={level} className={styles.entry} data-level={level}>
          <Swatch level={level} palette={palette} />
          {text}
        </span>
      ))}
    </div>
  );
}

function Swatch({ level, palette }: { level: Level; palette: Palette }) {
  const { fill, mark, ink } = lookOf(level, palette);
  return (
    <svg width={SWATCH} height={SWATCH} aria-hidden="true" data-mark={mark}>
      {fill && <rect width={SWATCH} height={SWATCH} rx={2} fill={fill} />}
      {mark === 'hatch' && <Hatch x={0} y={0} width={SWATCH} height={SWATCH} colour={ink} />}
      {mark === 'dots' && (
        <rect x={0.5} y={0.5} width={SWATCH - 1} height={SWATCH - 1} fill="none" stroke={ink} strokeDasharray="1 2" />
      )}
      {mark === 'line' && <line x1={1} x2={SWATCH - 1} y1={SWATCH / 2} y2={SWATCH / 2} stroke={ink} />}
    </svg>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    entries: css({
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: ENTRY_GAP,
      maxHeight: 18,
      overflow: 'hidden',
      fontSize: 11,
      color: theme.colors.text.secondary,
      flexShrink: 0,
    }),
    entry: css({ display: 'inline-flex', alignItems: 'center', gap: SWATCH_GAP, whiteSpace: 'nowrap', height: 18 }),
  };
}
