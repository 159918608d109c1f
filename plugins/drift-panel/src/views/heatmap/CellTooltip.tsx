import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { CellWords } from '../../report/cell-words.ts';
import { Tooltip } from '../marks/Tooltip.tsx';

interface Props {
  label: string;
  words: CellWords;
  /** What is divided by which limit. */
  measure: string;
  /** Client coordinates. */
  x: number;
  y: number;
}

/** One cell in words. */
export function CellTooltip({ label, words, measure, x, y }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <Tooltip x={x} y={y}>
      <div className={styles.head}>
        <b>{label}</b> {words.when}
      </div>
      <div>{[words.state, words.effect].filter(Boolean).join(', ')}</div>
      {words.value && <div>{words.value}</div>}
      <div className={styles.rows}>{[words.rows, measure].filter(Boolean).join(' · ')}</div>
    </Tooltip>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    head: css({ marginBottom: 2, overflowWrap: 'anywhere' }),
    rows: css({ color: theme.colors.text.secondary }),
  };
}
