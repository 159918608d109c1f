import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import type { SliceRow } from '../../report/slices.ts';
import { t } from '../../i18n/translate.ts';
import { countText, pointsText } from '../marks/numbers.ts';
import type { Scene } from '../scene.ts';
import { SliceChange } from './SliceChange.tsx';

export interface RowLook {
  /** End of the scale that all bars share. */
  max: number;
  /** Width of a bar, pixels. */
  bar: number;
  wide: boolean;
  /** Of text: the category whose share is split; its changes are percentage points. */
  category: string | undefined;
}

interface Props {
  scene: Scene;
  feature: string;
  row: SliceRow;
  look: RowLook;
}

/** One slice: choose it, read what it carries, or filter the dashboard to it. */
export function SliceTableRow({ scene, feature, row, look }: Props) {
  const styles = useStyles2(getStyles);
  const { column, value, mix, within, state, pText } = row;
  const { selection, actions } = scene;
  const { filter } = actions;
  const chosen = selection.slice?.column === column && selection.slice.value === value;
  const name = `${column} = ${value ?? t('slices.missing', 'missing')}`;
  const write = (change: number) =>
    look.category === undefined ? signed(change, (size) => scene.format(feature, size)) : pointsText(change);
  const n = t('slices.nBoth', '{{current}} v {{reference}}', {
    current: countText(row.nCurrent),
    reference: countText(row.nReference),
  });
  const choose = () => actions.select({ slice: chosen ? undefined : { column, value } });
  const filterText = t('slices.filter', 'Filter the dashboard to {{name}}', { name });
  const isDrift = state === 'drift' || state === 'possible';
  const bars = { max: look.max, bar: look.bar };
  const mixBar = <SliceChange value={mix} text={write(mix)} hollow {...bars} />;
  const withinBar = <SliceChange value={within} text={write(within)} hollow={false} {...bars} />;
  return (
    <tr className={cx(styles.row, chosen && styles.chosen)} onClick={choose} title={row.title}>
      <th scope="row">
        <button
          type="button"
          className={styles.choose}
          aria-pressed={chosen}
          onClick={(event) => {
            event.stopPropagation();
            // The table is worked out anew for the slice: the focus waits at the detail, where Escape leads back.
            event.currentTarget.closest<HTMLElement>('section[tabindex]')?.focus();
            choose();
          }}
        >
          {name}
        </button>
        {!look.wide && (
          <div className={styles.small}>
            <span className={isDrift ? styles.drift : undefined}>{state}</span>
            {pText !== '–' && `, ${pText.startsWith('<') ? 'p ' : 'p = '}${pText}`} · {n}
          </div>
        )}
      </th>
      {look.wide ? (
        <>
          <td className={styles.number}>{n}</td>
          <td>{mixBar}</td>
          <td>{withinBar}</td>
          <td className={cx(styles.number, isDrift && styles.drift)}>{state}</td>
          <td className={styles.number}>{pText}</td>
        </>
      ) : (
        <td>
          {mixBar}
          {withinBar}
        </td>
      )}
      {filter && (
        <td className={styles.narrow}>
          {value !== null && (
            <IconButton
              name="filter"
              size="sm"
              aria-label={filterText}
              tooltip={filterText}
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

function signed(change: number, format: (size: number) => string): string {
  return Number.isFinite(change) ? `${change < 0 ? '−' : '+'}${format(Math.abs(change))}` : '–';
}

function getStyles(theme: GrafanaTheme2) {
  return {
    row: css({ cursor: 'pointer', height: 26, '&:hover': { background: theme.colors.action.hover } }),
    chosen: css({ background: theme.colors.action.selected }),
    choose: css({
      all: 'unset',
      cursor: 'pointer',
      overflowWrap: 'anywhere',
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, borderRadius: 2 },
    }),
    number: css({ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
    small: css({ fontSize: 11, color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
    narrow: css({ width: 24 }),
    drift: css({ color: theme.colors.warning.text }),
  };
}
