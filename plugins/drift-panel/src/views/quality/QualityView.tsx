import React, { useMemo, useState } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import { paletteOf } from '../palette.ts';
import { useRowWindow } from '../ranking/use-row-window.ts';
import type { ViewProps } from '../scene.ts';
import { qualityColumns } from './quality-columns.ts';
import { QualityLine } from './QualityLine.tsx';
import { missingMax, sortQuality, type QualitySort } from './quality-sort.ts';

const HEAD = 28;
const ROW = 34;

/** Whether the data can be believed: rows, missing values, and what is broken, worst on top. */
export function QualityView({ scene, width, height }: ViewProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const palette = useMemo(() => paletteOf(theme), [theme]);
  const [sort, setSort] = useState<QualitySort>('broken');
  const { quality } = scene.report;
  const rows = useMemo(() => sortQuality(quality, sort), [quality, sort]);
  const max = useMemo(() => missingMax(quality), [quality]);
  const { first, end, onScroll } = useRowWindow({ count: rows.length, rowHeight: ROW, height: height - HEAD });
  const columns = useMemo(() => qualityColumns(width), [width]);
  if (rows.length === 0) {
    return (
      <div className={styles.nothing} style={{ height }}>
        {t(
          'quality.nothing',
          'Scores alone say nothing about the data. Add a query with rows or counts to see its quality.'
        )}
      </div>
    );
  }
  const head = (by: QualitySort, text: string, title?: string) => (
    <div role="columnheader" aria-sort={sort === by ? (by === 'name' ? 'ascending' : 'descending') : 'none'}>
      <button
        type="button"
        className={cx(styles.button, sort === by && styles.active)}
        title={title}
        onClick={() => setSort(by)}
      >
        {text}
        {sort === by && <span aria-hidden="true"> {by === 'name' ? '▴' : '▾'}</span>}
      </button>
    </div>
  );
  const broken = quality.filter((row) => row.broken.length > 0).length;
  return (
    <div
      className={styles.view}
      style={{ width, height }}
      role="table"
      aria-label={t('quality.table', 'Data quality, {{broken}} of {{all}} features with a mark', {
        broken,
        all: rows.length,
      })}
      aria-rowcount={rows.length + 1}
    >
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: columns.template }}>
          {head('name', t('quality.feature', 'Feature'))}
          {columns.n && <div role="columnheader">{t('quality.n', 'Rows, reference v current')}</div>}
          {head(
            'missing',
            columns.bars ? t('quality.missing', 'Missing, reference / current') : t('quality.missingShort', 'Missing'),
            columns.bars ? t('quality.scale', 'Bars end at {{max}} %', { max: max * 100 }) : undefined
          )}
          {head('broken', t('quality.marks', 'What is broken'))}
        </div>
      </div>
      <div className={styles.box} onScroll={onScroll}>
        <div role="rowgroup" style={{ height: rows.length * ROW, position: 'relative' }}>
          {rows.slice(first, end).map((row, at) => (
            <QualityLine
              key={row.feature}
              row={row}
              label={scene.label(row.feature)}
              chosen={row.feature === scene.selection.feature}
              place={{ index: first + at, top: (first + at) * ROW, height: ROW }}
              columns={columns}
              max={max}
              palette={palette}
              onChoose={scene.actions.select}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

export default QualityView;

function getStyles(theme: GrafanaTheme2) {
  return {
    view: css({ display: 'flex', flexDirection: 'column', overflow: 'hidden', printColorAdjust: 'exact' }),
    nothing: css({
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      textAlign: 'center',
      textWrap: 'balance',
      padding: `0 ${theme.spacing(3)}`,
      color: theme.colors.text.secondary,
    }),
    head: css({
      display: 'grid',
      columnGap: 16,
      height: HEAD,
      alignItems: 'center',
      padding: '0 8px',
      fontSize: 11,
      color: theme.colors.text.secondary,
      boxShadow: `inset 0 -1px ${theme.colors.border.weak}`,
      whiteSpace: 'nowrap',
      '& > div': { overflow: 'hidden', textOverflow: 'ellipsis' },
    }),
    box: css({ flex: '0 1 auto', minHeight: 0, overflowY: 'auto', overflowX: 'hidden', scrollbarWidth: 'thin' }),
    button: css({
      all: 'unset',
      cursor: 'pointer',
      borderRadius: 2,
      '&:hover': { color: theme.colors.text.primary },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -1 },
    }),
    active: css({ color: theme.colors.text.primary }),
  };
}
