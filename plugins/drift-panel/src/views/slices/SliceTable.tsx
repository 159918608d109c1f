import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import type { SliceReport } from '../../report/slices.ts';
import { t } from '../../i18n/translate.ts';
import type { Scene } from '../scene.ts';
import { SliceTableRow } from './SliceTableRow.tsx';

interface Props {
  scene: Scene;
  feature: string;
  slices: SliceReport;
  width: number;
}

/** More are shown on request. */
const FIRST = 20;
const WIDE = 560;

/** What each slice carries of the change, on one scale: by its share of the rows (mix), by its own change (within). */
export function SliceTable({ scene, feature, slices, width }: Props) {
  const styles = useStyles2(getStyles);
  const [all, setAll] = useState(false);
  const { category } = slices;
  const rows = all ? slices.rows : slices.rows.slice(0, FIRST);
  const wide = width >= WIDE;
  const look = { max: largest(slices), bar: wide ? Math.min(110, Math.max(64, width * 0.13)) : 60, wide, category };
  const unit =
    category === undefined
      ? t('slices.mean', 'change of the mean')
      : t('slices.share', 'change of the share of {{category}}, percentage points', { category });
  const mix = (
    <span title={t('slices.mixSays', 'Carried because the slice became more or less frequent')}>
      {t('slices.mix', 'Mix')} <span aria-hidden="true">▭</span>
    </span>
  );
  const within = (
    <span title={t('slices.withinSays', 'Carried because the feature changed inside the slice')}>
      {t('slices.within', 'Within')} <span aria-hidden="true">▬</span>
    </span>
  );
  return (
    <>
      <table className={styles.table}>
        <caption>
          {t('slices.caption', 'Mix: more or fewer rows of the slice; within: change inside it. Both: {{unit}}', {
            unit,
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('slices.slice', 'Slice')}</th>
            {wide ? (
              <>
                <th scope="col">{t('slices.n', 'Current v reference')}</th>
                <th scope="col">{mix}</th>
                <th scope="col">{within}</th>
                <th scope="col">{t('slices.state', 'State')}</th>
                <th scope="col">{t('slices.p', 'adj. p')}</th>
              </>
            ) : (
              <th scope="col">
                {mix} · {within}
              </th>
            )}
            {scene.actions.filter && <td />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SliceTableRow key={JSON.stringify([row.column, row.value])} {...{ scene, feature, row, look }} />
          ))}
        </tbody>
      </table>
      {slices.rows.length > rows.length && (
        <Button size="sm" fill="text" onClick={() => setAll(true)}>
          {t('slices.all', 'Show all {{n}} slices', { n: slices.rows.length })}
        </Button>
      )}
    </>
  );
}

/** End of the scale of all bars. */
function largest({ rows }: SliceReport): number {
  const sizes = rows.flatMap(({ mix, within }) => [Math.abs(mix), Math.abs(within)]).filter(Number.isFinite);
  return Math.max(0, ...sizes);
}

function getStyles(theme: GrafanaTheme2) {
  return {
    table: css({
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: 12,
      '& caption': {
        captionSide: 'top',
        padding: 0,
        fontSize: 11,
        color: theme.colors.text.secondary,
        textAlign: 'left',
      },
      '& th, & td': { textAlign: 'left', padding: '3px 8px 3px 0', verticalAlign: 'middle', fontWeight: 'normal' },
      '& thead th': { color: theme.colors.text.secondary, fontSize: 11, whiteSpace: 'nowrap' },
      '& tbody tr': { borderTop: `1px solid ${theme.colors.border.weak}` },
    }),
  };
}
