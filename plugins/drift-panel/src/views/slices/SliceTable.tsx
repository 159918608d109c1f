import React, { useState } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, useStyles2 } from '@grafana/ui';
import type { SliceReport, SliceRow } from '../../report/slices.ts';
import { t } from '../../i18n/translate.ts';
import { countText, pointsText } from '../distribution/numbers.ts';
import type { Scene } from '../scene.ts';
import { DivergingBar } from './DivergingBar.tsx';

interface Props {
  scene: Scene;
  feature: string;
  slices: SliceReport;
  width: number;
}

const FIRST = 20;

/** Slices with what each carries of the change, on one scale: by its share of the rows (mix) and by its own change (within). */
export function SliceTable({ scene, feature, slices, width }: Props) {
  const styles = useStyles2(getStyles);
  const [all, setAll] = useState(false);
  const rows = all ? slices.rows : slices.rows.slice(0, FIRST);
  const max = Math.max(
    0,
    ...slices.rows.flatMap(({ mix, within }) => [mix, within].map(Math.abs).filter(Number.isFinite))
  );
  const wide = width >= 560;
  const bar = wide ? Math.min(120, Math.max(70, width * 0.14)) : 56;
  const unit =
    slices.category === undefined
      ? t('slices.mean', 'change of the mean')
      : t('slices.share', 'change of the share of {{category}}, percentage points', { category: slices.category });
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.caption}>{t('slices.caption', 'Slices by {{unit}}', { unit })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('slices.slice', 'Slice')}</th>
            {wide && (
              <th scope="col" className={styles.number}>
                {t('slices.n', 'Rows, current v reference')}
              </th>
            )}
            <th scope="col" title={t('slices.mixSays', 'Carried because the slice became more or less frequent')}>
              {t('slices.mix', 'Mix')}
            </th>
            <th scope="col" title={t('slices.withinSays', 'Carried because the feature changed inside the slice')}>
              {t('slices.within', 'Within')}
            </th>
            <th scope="col">{t('slices.state', 'State')}</th>
            {wide && <th scope="col">{t('slices.p', 'adj. p')}</th>}
            {scene.actions.filter && <th scope="col" aria-label={t('slices.filterHead', 'Filter')} />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={`${row.column}\u0000${row.value ?? '\u0001'}`}
              {...{ scene, feature, row, max, bar, wide }}
              category={slices.category}
            />
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

interface RowProps {
  scene: Scene;
  feature: string;
  row: SliceRow;
  max: number;
  bar: number;
  wide: boolean;
  category: string | undefined;
}

function Row({ scene, feature, row, max, bar, wide, category }: RowProps) {
  const styles = useStyles2(getStyles);
  const { column, value, mix, within, state } = row;
  const { selection, actions } = scene;
  const chosen = selection.slice?.column === column && selection.slice.value === value;
  const name = `${column} = ${value ?? t('slices.missing', 'missing')}`;
  const write = (change: number) =>
    category === undefined ? signed(change, (size) => scene.format(feature, size)) : pointsText(change);
  const n = { current: countText(row.nCurrent), reference: countText(row.nReference) };
  const choose = () => actions.select({ slice: chosen ? undefined : { column, value } });
  const filter = actions.filter;
  return (
    <tr className={cx(styles.row, chosen && styles.chosen)} onClick={choose} title={row.title} data-part={row.part}>
      <th scope="row">
        <button
          type="button"
          className={styles.choose}
          aria-pressed={chosen}
          onClick={(event) => {
            event.stopPropagation();
            choose();
          }}
        >
          {name}
        </button>
        {!wide && <div className={styles.small}>{t('slices.nShort', '{{current}} v {{reference}} rows', n)}</div>}
      </th>
      {wide && <td className={styles.number}>{t('slices.nBoth', '{{current}} v {{reference}}', n)}</td>}
      <td>
        <Change value={mix} text={write(mix)} max={max} bar={bar} wide={wide} hollow />
      </td>
      <td>
        <Change value={within} text={write(within)} max={max} bar={bar} wide={wide} hollow={false} />
      </td>
      <td className={state === 'drift' || state === 'possible' ? styles.drift : undefined}>
        {state}
        {!wide && row.pText !== '–' && <div className={styles.small}>p {row.pText}</div>}
      </td>
      {wide && <td className={styles.number}>{row.pText}</td>}
      {filter && (
        <td>
          {value !== null && (
            <IconButton
              name="filter"
              size="sm"
              aria-label={t('slices.filter', 'Filter the dashboard to {{name}}', { name })}
              tooltip={t('slices.filter', 'Filter the dashboard to {{name}}', { name })}
              onClick={(event) => {
                event.stopPropagation();
                filter(column, value);
              }}
            />
          )}
        </td>
      )}
    </tr>
  );
}

function Change({
  value,
  text,
  max,
  bar,
  wide,
  hollow,
}: {
  value: number;
  text: string;
  max: number;
  bar: number;
  wide: boolean;
  hollow: boolean;
}) {
  const styles = useStyles2(getStyles);
  return (
    <div className={wide ? styles.change : undefined}>
      <DivergingBar value={value} max={max} width={bar} hollow={hollow} />
      <span className={styles.small}>{text}</span>
    </div>
  );
}

function signed(change: number, format: (size: number) => string): string {
  return Number.isFinite(change) ? `${change < 0 ? '−' : '+'}${format(Math.abs(change))}` : '–';
}

function getStyles(theme: GrafanaTheme2) {
  return {
    table: css({
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: 12,
      '& th, & td': { textAlign: 'left', padding: '2px 8px 2px 0', verticalAlign: 'middle', fontWeight: 'normal' },
      '& thead th': { color: theme.colors.text.secondary, fontSize: 11, whiteSpace: 'nowrap' },
      '& tbody tr': { borderTop: `1px solid ${theme.colors.border.weak}` },
    }),
    caption: css({
      captionSide: 'top',
      padding: 0,
      fontSize: 11,
      color: theme.colors.text.secondary,
      textAlign: 'left',
    }),
    row: css({ cursor: 'pointer', height: 26, '&:hover': { background: theme.colors.action.hover } }),
    chosen: css({ background: theme.colors.action.selected }),
    choose: css({
      all: 'unset',
      cursor: 'pointer',
      overflowWrap: 'anywhere',
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, borderRadius: 2 },
    }),
    number: css({ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
    small: css({
      fontSize: 11,
      color: theme.colors.text.secondary,
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    }),
    change: css({ display: 'flex', alignItems: 'center', gap: 6 }),
    drift: css({ color: theme.colors.warning.text }),
  };
}
