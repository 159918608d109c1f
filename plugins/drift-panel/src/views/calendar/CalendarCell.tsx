import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { Level } from '../../report/level.ts';
import { lookOf } from '../heatmap/cell-look.ts';
import { textWidth } from '../marks/text-width.ts';
import { isOver, paletteOf } from '../palette.ts';

/** Least contrast of small text (WCAG 2.2, 1.4.3). */
const AA = 4.5;

interface Props {
  level: Level;
  /** Effect ÷ limit; NaN where not judged. */
  effect: number;
  title: string;
  width: number;
  height: number;
  /** Takes part in the tab order: one cell of the whole grid. */
  isStop: boolean;
  /** Place in the grid, for whoever listens above. */
  at: number;
}

/** One weekday and hour; with its number where it is over the limit and there is room. */
export function CalendarCell({ level, effect, title, width, height, isStop, at }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const { fill, mark, ink } = lookOf(level, paletteOf(theme));
  const number = effect >= 99.5 ? '>99' : effect.toFixed(effect >= 9.95 ? 0 : 1);
  const words = isOver(level) ? number : level === 'few' ? 'few' : '';
  const fits = height >= 15 && textWidth(words, 10) <= width - 3;
  const marks = {
    none: {},
    hatch: { backgroundImage: `repeating-linear-gradient(135deg, ${ink} 0 1px, transparent 1px 4px)` },
    dots: { border: `1px dotted ${ink}` },
    line: { backgroundImage: `linear-gradient(${ink}, ${ink})`, backgroundSize: '60% 1px' },
  };
  return (
    <div
      role="gridcell"
      aria-label={title}
      tabIndex={isStop ? 0 : -1}
      data-cell={at}
      data-level={level}
      className={styles.cell}
      style={{
        width,
        height,
        lineHeight: `${height}px`,
        backgroundColor: fill,
        color: fill ? theme.colors.getContrastText(fill, AA) : theme.colors.text.secondary,
        ...marks[mark],
      }}
    >
      {fits && words}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    cell: css({
      flexShrink: 0,
      boxSizing: 'border-box',
      borderRadius: 2,
      fontSize: 10,
      textAlign: 'center',
      overflow: 'hidden',
      backgroundRepeat: 'no-repeat',
      backgroundPosition: 'center',
      '&:hover': { outline: `1px solid ${theme.colors.text.primary}` },
      '&:focus': { outline: 'none' },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, position: 'relative', zIndex: 1 },
    }),
  };
}
