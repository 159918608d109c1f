import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import type { OverTime } from '../report/history.ts';
import type { Report } from '../report/report.ts';
import { Detail } from './Detail.tsx';
import { layoutOf } from './layout.ts';
import { Legend } from './Legend.tsx';
import { Ranking } from './Ranking.tsx';
import { Verdict } from './Verdict.tsx';

interface Props {
  report: Report;
  /** Of the chosen feature. */
  overTime: OverTime | undefined;
  width: number;
  height: number;
  timeZone: string;
  showDetail: boolean;
  chosen: string | undefined;
  onChoose: (feature: string) => void;
  onMetric: (key: string) => void;
}

/** The whole panel: verdict, ranking with history, detail of the chosen feature. */
export function Overview({ report, overTime, width, height, timeZone, showDetail, chosen, onChoose, onMetric }: Props) {
  const styles = useStyles2(getStyles);
  const feature = report.features.find((candidate) => candidate.feature === chosen) ?? report.features[0];
  const layout = layoutOf(width, height, {
    overlay: report.features.some(({ overlay }) => overlay !== undefined),
    strip: report.strip !== undefined,
    p: report.features.some(({ pText }) => pText !== '–'),
    detail: showDetail && feature !== undefined,
    rows: report.features.length,
  });
  const present = new Set(report.features.flatMap(({ cells }) => cells.map(({ level }) => level)));
  const legend = layout.strip > 0 && report.strip && (
    <Legend strip={report.strip} present={present} layout={layout} timeZone={timeZone} />
  );
  const detail = layout.detail !== 'none' && feature && (
    <Detail
      report={report}
      feature={feature}
      overTime={overTime}
      width={width}
      height={layout.detailHeight}
      stacked={layout.detail === 'stacked'}
      timeZone={timeZone}
    />
  );
  const notices = report.notices.join(' ');
  return (
    <div className={styles.panel} style={{ width, height }}>
      <div className={styles.verdict}>
        <Verdict report={report} showTrust={layout.trust} narrow={width < 560} onMetric={onMetric} />
      </div>
      <div className={styles.body}>
        <Ranking report={report} layout={layout} chosen={feature?.feature} onChoose={onChoose} />
        {layout.scrollAll && legend}
        {layout.scrollAll && detail}
      </div>
      {!layout.scrollAll && legend}
      {!layout.scrollAll && detail}
      {layout.trust && (
        <div className={styles.notes} title={`${notices} ${report.understood}`.trim()}>
          {notices && (
            <span className={styles.notice}>
              <Icon name="exclamation-triangle" size="xs" /> {notices}{' '}
            </span>
          )}
          {report.understood}
        </div>
      )}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    panel: css({ display: 'flex', flexDirection: 'column', overflow: 'hidden', position: 'relative' }),
    verdict: css({ padding: '2px 8px 8px', flexShrink: 0 }),
    body: css({ flex: '0 1 auto', minHeight: 0, overflowY: 'auto', overflowX: 'hidden', scrollbarWidth: 'thin' }),
    notice: css({ color: theme.colors.warning.text }),
    notes: css({
      flexShrink: 0,
      padding: '4px 8px 0',
      fontSize: 11,
      lineHeight: '16px',
      color: theme.colors.text.secondary,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
    }),
  };
}
