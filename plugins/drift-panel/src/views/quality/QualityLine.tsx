import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import type { QualityRow } from '../../report/quality.ts';
import { countText } from '../marks/numbers.ts';
import type { Palette } from '../palette.ts';
import type { Actions } from '../scene.ts';
import { MissingBars } from './MissingBars.tsx';
import type { QualityColumns } from './quality-columns.ts';

interface Props {
  row: QualityRow;
  label: string;
  chosen: boolean;
  place: { index: number; top: number; height: number };
  columns: QualityColumns;
  max: number;
  palette: Palette;
  onChoose: Actions['select'];
}

/** One feature: name, rows, missing values, what is broken in words. */
export function QualityLine({ row, label, chosen, place, columns, max, palette, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const missing = columns.missing;
  return (
    <div
      role="row"
      aria-rowindex={place.index + 2}
      className={cx(styles.row, chosen && styles.chosen)}
      style={{ gridTemplateColumns: columns.template, top: place.top, height: place.height }}
      data-feature={row.feature}
    >
      <div role="rowheader">
        <button
          type="button"
          className={styles.name}
          title={label}
          aria-pressed={chosen}
          onClick={() => onChoose({ feature: row.feature })}
        >
          {label}
        </button>
      </div>
      {columns.n && (
        <div role="cell" className={styles.n}>
          {countText(row.nReference)} v {countText(row.nCurrent)}
        </div>
      )}
      <div role="cell">
        <span className="sr-only">
          {t('quality.missingWords', '{{reference}} of the reference, {{current}} of the current rows', {
            reference: percent(row.missingReference),
            current: percent(row.missingCurrent),
          })}
        </span>
        <MissingBars row={row} width={missing} max={max} palette={palette} />
      </div>
      <div role="cell" className={styles.marks} title={words(row)}>
        {row.broken.length === 0 ? (
          <span className={styles.fine} title={row.checked}>
            {t('quality.fine', 'nothing found')}
          </span>
        ) : (
          <>
            {row.broken.map(({ mark }) => (
              <span key={mark} className={styles.mark}>
                {mark}
              </span>
            ))}
            <span className={columns.sentences ? styles.sentence : 'sr-only'}>
              {row.broken.map(({ sentence }) => sentence).join(' ')}
            </span>
          </>
        )}
      </div>
    </div>
  );
}

function percent(share: number): string {
  return Number.isNaN(share) ? t('quality.unknown', 'unknown') : `${Number((share * 100).toPrecision(2))} %`;
}

function words(row: QualityRow): string {
  return [...row.broken.map(({ mark, sentence }) => `${mark}: ${sentence}`), row.checked].join('\n');
}

function getStyles(theme: GrafanaTheme2) {
  return {
    row: css({
      position: 'absolute',
      left: 0,
      right: 0,
      display: 'grid',
      columnGap: 16,
      alignItems: 'center',
      padding: '0 8px',
      boxShadow: `inset 0 -1px ${theme.colors.border.weak}`,
      '& > div': { minWidth: 0 },
      '&:hover': { background: theme.colors.action.hover },
    }),
    // Secondary text is too faint on the selected background.
    chosen: css({ background: theme.colors.action.selected, '& span': { color: theme.colors.text.primary } }),
    name: css({
      all: 'unset',
      cursor: 'pointer',
      display: 'block',
      maxWidth: '100%',
      boxSizing: 'border-box',
      fontSize: 13,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      borderRadius: 2,
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -1 },
    }),
    n: css({ fontSize: 12, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
    marks: css({ fontSize: 12, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }),
    mark: css({
      color: theme.colors.warning.text,
      border: `1px solid ${theme.colors.warning.border}`,
      borderRadius: 3,
      padding: '1px 5px',
      marginRight: 6,
    }),
    sentence: css({ color: theme.colors.text.primary }),
    fine: css({ color: theme.colors.text.secondary }),
  };
}
