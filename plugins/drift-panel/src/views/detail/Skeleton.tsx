import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  width: number;
  height: number;
}

/** Where a chart will be: its axes, nothing else. It does not move, and nothing jumps when the chart comes. */
export function Skeleton({ width, height }: Props) {
  const styles = useStyles2(getStyles);
  const [left, bottom] = [46, Math.max(20, height - 22)];
  return (
    <svg width={width} height={height} aria-hidden="true" className={styles.skeleton}>
      {[0.25, 0.5, 0.75].map((part) => (
        <line key={part} x1={left} x2={width - 8} y1={bottom * part} y2={bottom * part} />
      ))}
      <line x1={left} x2={width - 8} y1={bottom} y2={bottom} />
      <rect x={0} y={4} width={Math.min(90, width / 3)} height={8} rx={2} />
    </svg>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    skeleton: css({
      display: 'block',
      '& line': { stroke: theme.colors.border.weak },
      '& rect': { fill: theme.colors.border.weak },
    }),
  };
}
