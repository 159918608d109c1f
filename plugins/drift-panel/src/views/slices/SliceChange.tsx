import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { DivergingBar } from './DivergingBar.tsx';

interface Props {
  value: number;
  text: string;
  max: number;
  bar: number;
  hollow: boolean;
}

/** A change as a bar with its number. */
export function SliceChange({ value, text, max, bar, hollow }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.change}>
      <DivergingBar value={value} max={max} width={bar} hollow={hollow} />
      <span>{text}</span>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    change: css({
      display: 'flex',
      alignItems: 'center',
      gap: 6,
      fontSize: 11,
      color: theme.colors.text.secondary,
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    }),
  };
}
