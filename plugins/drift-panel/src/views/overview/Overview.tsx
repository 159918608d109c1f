import React, { useMemo } from 'react';
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

/** Less room than this has none for how the data was understood. */
const LEAST_FOR_NOTES = { width: 420, height: 130 };

/** Below the verdict: ranking and heatmap in one grid, detail of the chosen feature, how the data was understood. */
export function Overview({ scene, width, height }: ViewProps) {
  const { report, options } = scene;
  const styles = useStyles2(getStyles);
  const showNotes = height >= LEAST_FOR_NOTES.height && width >= LEAST_FOR_NOTES.width;
  const room = {
    width,
    height: Math.max(0, height - (showNotes ? notesHeight(report, width) : 0)),
    rows: report.features.length,
    detail: options.showDetail && report.features.length > 0,
  };
  const columns = useColumns(report, gridWidthOf(room));
  const place = arrange(room, (rows, rowHeight) => gridHeight(report, columns, rows, rowHeight));
  return (
    <div className={styles.panel} style={{ width, height }}>
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
      {showNotes && <Notes report={report} width={width} />}
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
