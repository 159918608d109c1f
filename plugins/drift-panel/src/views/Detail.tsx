import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { OverTime } from '../report/history.ts';
import type { FeatureReport, Report } from '../report/report.ts';
import { PADDING } from './layout.ts';
import { OverlayChart } from './OverlayChart.tsx';
import { OverTimeChart } from './OverTimeChart.tsx';

interface Props {
  report: Report;
  feature: FeatureReport;
  overTime: OverTime | undefined;
  width: number;
  height: number;
  stacked: boolean;
  timeZone: string;
}

const HEAD = 30;
const GAP = 32;

/** The chosen feature: reference against current, and its number over time. */
export function Detail({ report, feature, overTime, width, height, stacked, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const inner = width - 2 * PADDING - 8;
  const chartHeight = stacked ? Math.floor((height - HEAD - 12) / 2) : height - HEAD;
  const { overlay } = feature;
  // A chart that the data does not support leaves its room to the other one.
  const share = stacked ? 1 : overlay && !overTime ? 0.66 : overTime && !overlay ? 0.34 : 0.5;
  const left = stacked ? inner : Math.floor((inner - GAP) * share);
  const right = stacked ? inner : inner - GAP - left;
  return (
    <section className={styles.detail} style={{ height }} aria-label={`Detail of ${feature.feature}`}>
      <div className={styles.head} title={`${feature.feature}: ${feature.numbers}`}>
        <span className={styles.name}>{feature.feature}</span>
        <span className={styles.numbers}>{feature.numbers}</span>
      </div>
      <div className={stacked ? styles.stacked : styles.charts}>
        <div style={{ width: left, height: chartHeight }}>
          {overlay ? (
            <OverlayChart overlay={overlay} width={left} height={chartHeight} />
          ) : (
            <Absent text={report.noOverlay} />
          )}
        </div>
        <div style={{ width: right, height: chartHeight }}>
          {overTime ? (
            <OverTimeChart overTime={overTime} width={right} height={chartHeight} timeZone={timeZone} />
          ) : (
            <Absent text={report.noHistory} />
          )}
        </div>
      </div>
    </section>
  );
}

/** One sentence in place of a chart that the data does not support. */
function Absent({ text }: { text: string | undefined }) {
  const styles = useStyles2(getStyles);
  return <div className={styles.absent}>{text ?? 'No data for this feature in the time range.'}</div>;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    detail: css({
      borderTop: `1px solid ${theme.colors.border.weak}`,
      padding: `0 ${PADDING}px`,
      flexShrink: 0,
      overflow: 'hidden',
    }),
    head: css({
      height: HEAD,
      display: 'flex',
      alignItems: 'center',
      gap: 10,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
    }),
    name: css({
      fontWeight: theme.typography.fontWeightBold,
      maxWidth: '40%',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      flexShrink: 0,
    }),
    numbers: css({
      fontSize: theme.typography.bodySmall.fontSize,
      color: theme.colors.text.secondary,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
    }),
    charts: css({ display: 'flex', gap: GAP }),
    stacked: css({ display: 'flex', flexDirection: 'column', gap: 12 }),
    absent: css({
      height: '100%',
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      textAlign: 'center',
      padding: `0 ${theme.spacing(3)}`,
      fontSize: theme.typography.bodySmall.fontSize,
      color: theme.colors.text.secondary,
      textWrap: 'balance',
    }),
  };
}
