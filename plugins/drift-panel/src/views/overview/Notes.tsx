import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { isAbsent } from '../../report/absent.ts';
import type { Report } from '../../report/report.ts';

export const NOTES_HEIGHT = 20;

/** How the data was understood, and what of it could not be used; one line, whole on hover. */
export function Notes({ report }: { report: Report }) {
  const styles = useStyles2(getStyles);
  const notices = report.notices.join(' ');
  // Where the grid has no history, it is said why.
  const said = isAbsent(report.heatmap) ? `${report.understood} · ${report.heatmap.absent}` : report.understood;
  return (
    <div className={styles.notes} title={`${notices} ${said}`.trim()}>
      {notices && (
        <span className={styles.notice}>
          <Icon name="exclamation-triangle" size="xs" /> {notices}{' '}
        </span>
      )}
      {said}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    notes: css({
      flexShrink: 0,
      height: NOTES_HEIGHT,
      padding: '4px 8px 0',
      fontSize: 11,
      lineHeight: '16px',
      color: theme.colors.text.secondary,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
    }),
    notice: css({ color: theme.colors.warning.text }),
  };
}
