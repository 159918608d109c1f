import React, { memo } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { FeatureReport } from '../../report/report.ts';
import type { Palette } from '../palette.ts';
import { BulletBar } from './BulletBar.tsx';
import { GAP, gridTemplate, PADDING, type Columns } from './columns.ts';
import { Importance } from './Importance.tsx';
import { TwinHistogram } from './TwinHistogram.tsx';

/** What all rows have in common. */
export interface RowLook {
  columns: Columns;
  height: number;
  /** End of the effect axis, in limits. */
  effectMax: number;
  /** Largest importance of all features. */
  importanceMax: number;
  palette: Palette;
}

interface Props {
  feature: FeatureReport;
  /** As its field is called on the dashboard. */
  label: string;
  colour: string | undefined;
  look: RowLook;
  /** Place in the list, from 0, and length of the list. */
  index: number;
  count: number;
  chosen: boolean;
  inTabOrder: boolean;
}

/** Beside a name in less than this a flag would be a letter or two; the row's title and its words for listeners say it all. */
const LEAST_FOR_FLAGS = 100;

const KIND_MARK = { numeric: '#', categorical: '≡', unknown: '·' } as const;

/**
 * One feature, read from left to right: name, reference against current, effect, p; its cells are on the canvas behind.
 * What is heard is one sentence for all of it, so the parts are silent.
 */
export const FeatureRow = memo(function FeatureRow(props: Props) {
  const { feature, label, colour, look, index, count, chosen, inTabOrder } = props;
  const { columns, height, palette } = look;
  const styles = useStyles2(getStyles);
  const small = height < 20;
  return (
    <div
      role="option"
      aria-selected={chosen}
      aria-setsize={count}
      aria-posinset={index + 1}
      tabIndex={inTabOrder ? 0 : -1}
      className={cx(styles.row, !small && styles.ruled, chosen && styles.chosen)}
      style={{ gridTemplateColumns: gridTemplate(columns), height, top: index * height }}
      data-index={index}
      data-feature={feature.feature}
      data-state={feature.state}
    >
      <span className="sr-only">{`${label}: ${feature.state}. ${feature.numbers}`}</span>
      <div aria-hidden="true" className={cx(styles.name, small && styles.small)} title={`${label}: ${feature.why}`}>
        <span className={styles.kind}>{KIND_MARK[feature.kind]}</span>
        <span className={cx(styles.text, feature.state === 'drift' && styles.bold)}>{label}</span>
        {!small && columns.name >= LEAST_FOR_FLAGS && feature.flags.length > 0 && <Flags feature={feature} />}
      </div>
      {columns.twin > 0 && (
        <div aria-hidden="true">
          {feature.twin && (
            <TwinHistogram
              twin={feature.twin}
              width={columns.twin}
              height={Math.max(10, height - 6)}
              palette={palette}
              colour={colour}
            />
          )}
        </div>
      )}
      {columns.bullet > 0 && (
        <div aria-hidden="true" title={feature.numbers}>
          <BulletBar feature={feature} max={look.effectMax} width={columns.bullet} palette={palette} />
        </div>
      )}
      {columns.p > 0 && (
        <div aria-hidden="true" className={styles.p}>
          {feature.pText}
        </div>
      )}
      {columns.importance > 0 && (
        <div aria-hidden="true">
          <Importance
            value={feature.importance}
            max={look.importanceMax}
            width={columns.importance}
            palette={palette}
          />
        </div>
      )}
      {columns.why > 0 && (
        <div aria-hidden="true" className={styles.why} title={feature.why}>
          {feature.why}
        </div>
      )}
    </div>
  );
});

/** The state in a word, then what is broken in the data, which is set apart. */
function Flags({ feature }: { feature: FeatureReport }) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles.flags} title={feature.flags.join(', ')}>
      {feature.flags.map((flag, at) => (
        <span key={flag} className={at > 0 || feature.state === 'no drift' ? styles.quality : undefined}>
          {at > 0 && ', '}
          {flag}
        </span>
      ))}
    </span>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    row: css({
      position: 'absolute',
      left: 0,
      right: 0,
      display: 'grid',
      columnGap: GAP,
      alignItems: 'center',
      padding: `0 ${PADDING}px`,
      cursor: 'pointer',
      overflow: 'hidden',
      '&:focus': { outline: 'none' },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
    }),
    ruled: css({ boxShadow: `inset 0 -1px ${theme.colors.border.weak}` }),
    chosen: css({
      // Secondary text is too faint on the selected background.
      color: theme.colors.text.primary,
      '& span, & div': { color: 'inherit' },
    }),
    name: css({ display: 'flex', alignItems: 'baseline', gap: 6, minWidth: 0, fontSize: 13 }),
    small: css({ fontSize: 11, lineHeight: '13px' }),
    kind: css({ color: theme.colors.text.secondary, width: 10, flexShrink: 0, textAlign: 'center' }),
    // The name is read first and keeps its room.
    text: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: '80%', flexShrink: 0 }),
    bold: css({ fontWeight: theme.typography.fontWeightBold }),
    flags: css({
      fontSize: 11,
      color: theme.colors.text.secondary,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      marginLeft: 'auto',
      minWidth: 0,
    }),
    quality: css({ color: theme.colors.warning.text }),
    why: css({
      fontSize: 12,
      color: theme.colors.text.secondary,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
    }),
    p: css({
      fontSize: 12,
      fontVariantNumeric: 'tabular-nums',
      color: theme.colors.text.primary,
      whiteSpace: 'nowrap',
    }),
  };
}
