import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { isAbsent } from '../../report/absent.ts';
import type { Report } from '../../report/report.ts';
import { textWidth } from '../marks/text-width.ts';

const LINE = 16;
const ABOVE = 4;
const MOST_LINES = 4;

/** How the data was understood, and before it what of it could not be used. */
function wordsOf(report: Report): { notices: string; said: string } {
  // Where the grid has no history, it is said why.
  const said = isAbsent(report.heatmap) ? `${report.understood} · ${report.heatmap.absent}` : report.understood;
  return { notices: report.notices.join(' '), said };
}

/** Notices tell what to do, so they get the lines that they need; how the data was understood alone has one. */
function linesOf(report: Report, width: number): number {
  const { notices, said } = wordsOf(report);
  return notices === '' ? 1 : Math.min(MOST_LINES, Math.ceil((textWidth(`${notices} ${said}`, 11) * 1.1 + 20) / width));
}

export function notesHeight(report: Report, width: number): number {
  return ABOVE + linesOf(report, width - 16) * LINE;
}

/** A line, or a few, below the picture; whole on hover. */
export function Notes({ report, width }: { report: Report; width: number }) {
  const styles = useStyles2(getStyles);
  const { notices, said } = wordsOf(report);
  const lines = linesOf(report, width - 16);
  return (
    <div
      className={cx(styles.notes, lines === 1 && styles.one)}
      style={{ height: notesHeight(report, width) }}
      title={`${notices} ${said}`.trim()}
    >
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
      padding: `${ABOVE}px 8px 0`,
      fontSize: 11,
      lineHeight: `${LINE}px`,
      color: theme.colors.text.secondary,
      overflow: 'hidden',
    }),
    one: css({ whiteSpace: 'nowrap', textOverflow: 'ellipsis' }),
    notice: css({ color: theme.colors.warning.text }),
  };
}
