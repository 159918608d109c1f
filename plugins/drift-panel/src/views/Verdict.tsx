import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { Report } from '../report/report.ts';
import { MetricSwitch } from './MetricSwitch.tsx';
import { paletteOf } from './palette.ts';

interface Props {
  report: Report;
  showTrust: boolean;
  narrow: boolean;
  onMetric: (key: string) => void;
}

/** The first line is for everyone; the second says how far to trust it. */
export function Verdict({ report, showTrust, narrow, onMetric }: Props) {
  const styles = useStyles2(getStyles);
  const palette = paletteOf(useTheme2());
  return (
    <div className={narrow ? styles.stacked : styles.line}>
      <div className={styles.words} style={{ borderLeftColor: palette.tone[report.tone] }} role="status">
        <div className={narrow ? styles.headlineSmall : styles.headline} title={showTrust ? undefined : report.trust}>
          {report.headline}
        </div>
        {showTrust && <div className={styles.trust}>{report.trust}</div>}
      </div>
      <MetricSwitch choices={report.choices} chosen={report.chosen} onChoose={onMetric} />
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    line: css({ display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', gap: theme.spacing(2) }),
    stacked: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
    words: css({ borderLeft: '4px solid', borderRadius: 2, paddingLeft: theme.spacing(1.25), minWidth: 0 }),
    headline: css({
      fontSize: theme.typography.h5.fontSize,
      lineHeight: 1.35,
      color: theme.colors.text.primary,
      textWrap: 'pretty',
    }),
    headlineSmall: css({
      fontSize: theme.typography.body.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
      lineHeight: 1.35,
      color: theme.colors.text.primary,
    }),
    trust: css({
      fontSize: theme.typography.bodySmall.fontSize,
      lineHeight: 1.45,
      color: theme.colors.text.secondary,
      marginTop: 2,
    }),
  };
}
