import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Contribution } from '../../report/distribution.ts';
import { t } from '../../i18n/translate.ts';
import { standing } from '../distribution/plot-area.ts';
import type { AxisCursor } from '../distribution/use-cell-cursor.ts';
import type { Scene } from '../scene.ts';
import { ContributionChart } from './ContributionChart.tsx';

interface Props {
  scene: Scene;
  feature: string;
  contribution: Contribution;
  width: number;
  height: number;
  axis?: readonly number[];
  missing: boolean;
  logX: boolean;
  labels: boolean;
  /** Height of the head, so that rows go on from those of a distribution beside it. */
  head?: number;
  cursor?: AxisCursor;
}

const LINE = 20;

/** The chart with what its directions mean. */
export function ContributionBlock({ head = LINE, ...chart }: Props) {
  const styles = useStyles2(getStyles);
  const { contribution, width, height, missing } = chart;
  const { title } = contribution;
  const text = standing(contribution.cells, width, missing)
    ? t('contribution.head', '↑ more, ↓ fewer than in the reference · parts of {{title}}', { title })
    : t('contribution.headLying', '→ more, ← fewer than in the reference · parts of {{title}}', { title });
  return (
    <div style={{ width }}>
      <div className={styles.line} style={{ paddingTop: head - LINE }} title={text}>
        {text}
      </div>
      <ContributionChart {...chart} height={Math.max(56, height - head)} />
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    line: css({
      lineHeight: `${LINE}px`,
      fontSize: 11,
      color: theme.colors.text.secondary,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    }),
  };
}
