import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { Report } from '../../report/report.ts';
import { paletteOf } from '../palette.ts';

interface Props {
  report: Report;
  showTrust: boolean;
  narrow: boolean;
}

/** The first line is for everyone; the second says how far to trust it. A change of either is announced. */
export function Verdict({ report, showTrust, narrow }: Props) {
  const styles = useStyles2(getStyles);
  const palette = paletteOf(useTheme2());
  return (
    <div
      className={styles.words}
      style={{ borderLeftColor: palette.tone[report.tone] }}
      role="status"
      data-tone={report.tone}
    >
      <div className={narrow ? styles.headlineSmall : styles.headline} title={showTrust ? undefined : report.trust}>
        {report.headline}
      </div>
      {showTrust && <div className={styles.trust}>{report.trust}</div>}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    words: css({
      borderLeft: '4px solid',
      borderRadius: 2,
      paddingLeft: theme.spacing(1.25),
      minWidth: 0,
      overflowWrap: 'anywhere',
      printColorAdjust: 'exact',
    }),
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
      textWrap: 'pretty',
    }),
    trust: css({
      fontSize: theme.typography.bodySmall.fontSize,
      lineHeight: 1.45,
      color: theme.colors.text.secondary,
      marginTop: 2,
      textWrap: 'pretty',
    }),
  };
}
