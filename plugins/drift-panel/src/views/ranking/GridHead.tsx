import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Dropdown, Menu, useStyles2 } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import type { Report } from '../../report/report.ts';
import { isAbsent } from '../../report/absent.ts';
import { GAP, gridTemplate, PADDING, type Columns } from './columns.ts';
import { sortWords } from './sort-words.ts';
import type { SortName } from './use-sort.ts';

export const HEAD_HEIGHT = 26;

interface Props {
  report: Report;
  columns: Columns;
  sort: SortName;
  onSort: (sort: SortName) => void;
}

/** What the columns are; a click sorts by effect, and the menu of the first offers every order. */
export function GridHead({ report, columns, sort, onSort }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.head} style={{ gridTemplateColumns: gridTemplate(columns) }}>
      <div>
        <SortMenu sort={sort} onSort={onSort} />
      </div>
      {columns.twin > 0 && <div>{t('grid.twin', 'Reference / current')}</div>}
      {columns.bullet > 0 && (
        <div>
          <button
            type="button"
            className={cx(styles.button, sort === 'drift' && styles.active)}
            title={report.effectTitle}
            aria-label={t('grid.sortByEffect', 'Effect ÷ limit: sort by {{title}}', { title: report.effectTitle })}
            aria-pressed={sort === 'drift'}
            onClick={() => onSort('drift')}
          >
            {t('grid.effect', 'Effect ÷ limit')}
          </button>
        </div>
      )}
      {columns.p > 0 && <div title={t('grid.pTitle', 'Adjusted p-value')}>{t('grid.p', 'adj. p')}</div>}
      {columns.importance > 0 && <div>{t('grid.importance', 'Importance')}</div>}
      {columns.why > 0 && <div>{t('grid.why', 'Why')}</div>}
      {columns.heat > 0 && !isAbsent(report.heatmap) && <div title={report.heatmap.title}>{report.heatmap.title}</div>}
    </div>
  );
}

function SortMenu({ sort, onSort }: Pick<Props, 'sort' | 'onSort'>) {
  const styles = useStyles2(getStyles);
  const words = sortWords();
  const short = words.find((word) => word.sort === sort)?.short ?? '';
  const menu = (
    <Menu>
      {words.map((word) => (
        <Menu.Item
          key={word.sort}
          label={word.label}
          description={word.description}
          active={word.sort === sort}
          role="menuitemradio"
          ariaChecked={word.sort === sort}
          onClick={() => onSort(word.sort)}
        />
      ))}
    </Menu>
  );
  return (
    <Dropdown overlay={menu} placement="bottom-start">
      <button
        type="button"
        className={styles.button}
        aria-label={t('grid.sort', 'Feature ▾ {{order}}: sort', { order: short })}
      >
        {t('grid.feature', 'Feature ▾ {{order}}', { order: short })}
      </button>
    </Dropdown>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    head: css({
      display: 'grid',
      columnGap: GAP,
      padding: `0 ${PADDING}px`,
      height: HEAD_HEIGHT,
      flexShrink: 0,
      alignItems: 'center',
      fontSize: 11,
      color: theme.colors.text.secondary,
      boxShadow: `inset 0 -1px ${theme.colors.border.weak}`,
      whiteSpace: 'nowrap',
      '& > div': { overflow: 'hidden', textOverflow: 'ellipsis' },
    }),
    button: css({
      all: 'unset',
      cursor: 'pointer',
      borderRadius: 2,
      // `all: unset` takes the box's own clipping of long words away.
      boxSizing: 'border-box',
      '&:hover': { color: theme.colors.text.primary },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -1 },
    }),
    active: css({ color: theme.colors.text.primary }),
  };
}
