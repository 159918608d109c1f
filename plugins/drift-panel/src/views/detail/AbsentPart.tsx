import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  text: string;
  width: number;
  height: number;
}

/** In place of a chart that the data does not support: why, and how to get it. */
export function AbsentPart({ text, width, height }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.absent} style={{ width, minHeight: height }}>
      {text}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    absent: css({
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      textAlign: 'center',
      padding: theme.spacing(1, 2),
      fontSize: theme.typography.bodySmall.fontSize,
      color: theme.colors.text.secondary,
      textWrap: 'balance',
    }),
  };
}
