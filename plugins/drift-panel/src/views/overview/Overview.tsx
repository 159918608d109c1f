import React, { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { isAbsent } from '../../report/absent.ts';
import { LazyDetailPane } from '../detail/LazyDetailPane.tsx';
import type { Report } from '../../report/report.ts';
import { columnsOf, type Columns } from '../ranking/columns.ts';
import { wantsOf } from '../ranking/wants.ts';
import { FeatureGrid, gridHeight } from '../ranking/FeatureGrid.tsx';
import type { ViewProps } from '../scene.ts';
import { arrange, gridWidthOf } from './arrangement.ts';
import { Notes, notesHeight } from './Notes.tsx';
import { ViewHead } from './ViewHead.tsx';

/** The whole panel: verdict, ranking and heatmap in one grid, detail of the chosen feature. */
export function Overview({ scene, width, height }: ViewProps) {
  const { report, options } = scene;
  const styles = useStyles2(getStyles);
  const head = useRef<HTMLDivElement>(null);
  const [headHeight, setHeadHeight] = useState(60);
  const showTrust = height >= 200 && width >= 420;
  // The verdict wraps as it likes; the rest is laid out in what it leaves.
  useLayoutEffect(
    () => setHeadHeight((before) => head.current?.offsetHeight || before),
    [report, width, showTrust, options.showSwitch]
  );

  const rest = Math.max(0, height - headHeight - (showTrust ? notesHeight(report, width) : 0));
  const room = {
    width,
    height: rest,
    rows: report.features.length,
    detail: options.showDetail && report.features.length > 0,
  };
  const columns = useColumns(report, gridWidthOf(room));
  const place = arrange(room, (rows, rowHeight) => gridHeight(report, columns, rows, rowHeight));
  return (
    <div className={styles.panel} style={{ width, height }}>
      <ViewHead ref={head} scene={scene} view="overview" width={width} showTrust={showTrust} />
      <div
        className={styles.body}
        style={{
          flexDirection: place.detail === 'right' ? 'row' : 'column',
          overflowY: place.scrolls ? 'auto' : 'hidden',
        }}
      >
        <div style={{ width: place.gridWidth, flexShrink: 0 }}>
          <FeatureGrid scene={scene} columns={columns} height={place.gridHeight} rowHeight={place.rowHeight} />
        </div>
        {place.detail !== 'none' && (
          <div
            className={cx(styles.detail, place.detail === 'right' ? styles.beside : styles.below)}
            style={{ width: place.detailWidth, height: place.detailHeight }}
          >
            <LazyDetailPane scene={scene} width={place.detailWidth - 1} height={place.detailHeight - 1} />
          </div>
        )}
      </div>
      {showTrust && <Notes report={report} width={width} />}
    </div>
  );
}

export default Overview;

function useColumns(report: Report, width: number): Columns {
  return useMemo(
    () => columnsOf(width, { ...wantsOf(report), why: true, heat: !isAbsent(report.heatmap) }),
    [report, width]
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    panel: css({ display: 'flex', flexDirection: 'column', overflow: 'hidden', position: 'relative' }),
    body: css({ display: 'flex', flex: '1 1 auto', minHeight: 0, overflowX: 'hidden', scrollbarWidth: 'thin' }),
    detail: css({ flexShrink: 0, overflow: 'hidden' }),
    below: css({ borderTop: `1px solid ${theme.colors.border.weak}` }),
    beside: css({ borderLeft: `1px solid ${theme.colors.border.weak}` }),
  };
}
