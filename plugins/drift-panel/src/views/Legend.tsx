import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { Level } from '../report/history.ts';
import { LEVEL_ENDS } from '../report/level.ts';
import type { Strip } from '../report/report.ts';
import { Hatch } from './Hatch.tsx';
import { PADDING, type Layout } from './layout.ts';
import { paletteOf, type Palette } from './palette.ts';
import { TimeAxis } from './TimeAxis.tsx';

const { low, over, wellOver } = LEVEL_ENDS;
const ENTRIES: Array<[Level, string]> = [
  ['low', `< ${low}`],
  ['near', '≤ limit'],
  ['over', `1–${over}×`],
  ['well over', `${over}–${wellOver}×`],
  ['far over', `> ${wellOver}×`],
  ['few', 'too few rows'],
  ['unjudged', 'not judged'],
  ['no data', 'no data'],
];

interface Props {
  strip: Strip;
  /** Levels that occur: the quiet ones are explained only then. */
  present: ReadonlySet<Level>;
  layout: Layout;
  timeZone: string;
}

const ALWAYS: readonly Level[] = ['low', 'near', 'over', 'well over', 'far over'];

/** What the colours of the strips mean, and when their chunks were. */
export function Legend({ strip, present, layout, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const palette = paletteOf(useTheme2());
  return (
    <div className={styles.line}>
      <div className={styles.entries} style={{ width: layout.stripLeft - PADDING }}>
        {ENTRIES.filter(([level]) => ALWAYS.includes(level) || present.has(level)).map(([level, text]) => (
          <span key={level} className={styles.entry}>
            <Swatch level={level} palette={palette} />
            {text}
          </span>
        ))}
      </div>
      <svg width={layout.strip} height={18} className={styles.axis} aria-hidden="true">
        <TimeAxis from={strip.from} to={strip.to} width={layout.strip} timeZone={timeZone} palette={palette} />
      </svg>
    </div>
  );
}

function Swatch({ level, palette }: { level: Level; palette: Palette }) {
  const colour = palette.level[level];
  const empty = level === 'few' || level === 'unjudged';
  return (
    <svg width={11} height={11} aria-hidden="true">
      {level === 'no data' ? (
        <Hatch x={0} y={0} width={11} height={11} colour={colour} />
      ) : (
        <rect
          x={0.5}
          y={0.5}
          width={10}
          height={10}
          rx={2}
          fill={empty ? 'transparent' : colour}
          stroke={empty ? colour : 'none'}
          strokeDasharray="1 2"
        />
      )}
    </svg>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    line: css({ display: 'flex', alignItems: 'flex-start', padding: `4px ${PADDING}px 0`, flexShrink: 0 }),
    entries: css({
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: 12,
      maxHeight: 18,
      overflow: 'hidden',
      fontSize: 11,
      color: theme.colors.text.secondary,
      flexShrink: 0,
      marginRight: PADDING,
    }),
    entry: css({ display: 'inline-flex', alignItems: 'center', gap: 5, whiteSpace: 'nowrap', height: 18 }),
    axis: css({ display: 'block', flexShrink: 0 }),
  };
}
