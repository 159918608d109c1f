import React, { forwardRef } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { FeatureReport, Strip } from '../report/report.ts';
import { BulletBar } from './BulletBar.tsx';
import { HistoryStrip } from './HistoryStrip.tsx';
import { GAP, ROW, gridColumns, type Layout } from './layout.ts';
import type { Palette } from './palette.ts';
import { TwinHistogram } from './TwinHistogram.tsx';

interface Props {
  feature: FeatureReport;
  strip: Strip | undefined;
  effectMax: number;
  layout: Layout;
  palette: Palette;
  chosen: boolean;
  onChoose: () => void;
}

const KIND_MARK = { numeric: '#', categorical: '≡', unknown: '·' } as const;
const SPARK = 22;

/** One feature, read from left to right: name, reference against current, effect, p, history. */
export const FeatureRow = forwardRef<HTMLDivElement, Props>(function FeatureRow(props, ref) {
  const { feature, strip, effectMax, layout, palette, chosen, onChoose } = props;
  const styles = useStyles2(getStyles);
  return (
    <div
      ref={ref}
      role="option"
      aria-selected={chosen}
      aria-label={`${feature.feature}: ${feature.state}. ${feature.numbers}`}
      tabIndex={chosen ? 0 : -1}
      className={cx(styles.row, chosen && styles.chosen)}
      style={{ gridTemplateColumns: gridColumns(layout) }}
      onClick={onChoose}
      data-feature={feature.feature}
      data-state={feature.state}
    >
      <div className={styles.name} title={`${feature.feature}: ${feature.why}`}>
        <span className={styles.kind}>{KIND_MARK[feature.kind]}</span>
        <span className={cx(styles.text, feature.state === 'drift' && styles.bold)}>{feature.feature}</span>
        {feature.flag && <span className={styles.flag}>{feature.flag}</span>}
      </div>
      {layout.overlay > 0 && (
        <svg width={layout.overlay} height={SPARK} aria-hidden="true" style={{ display: 'block' }}>
          {feature.overlay && (
            <TwinHistogram
              overlay={feature.overlay}
              width={layout.overlay}
              height={SPARK}
              palette={palette}
              stroke={1.25}
            />
          )}
        </svg>
      )}
      <div title={feature.numbers}>
        <BulletBar feature={feature} max={effectMax} width={layout.bullet} palette={palette} />
      </div>
      {layout.p > 0 && <div className={styles.p}>{feature.pText}</div>}
      {layout.why > 0 && (
        <div className={styles.why} title={feature.why}>
          {feature.why}
        </div>
      )}
      {layout.strip > 0 && strip && (
        <HistoryStrip cells={feature.cells} strip={strip} width={layout.strip} palette={palette} />
      )}
    </div>
  );
});

function getStyles(theme: GrafanaTheme2) {
  return {
    row: css({
      display: 'grid',
      columnGap: GAP,
      alignItems: 'center',
      height: ROW,
      padding: '0 8px',
      cursor: 'pointer',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      '&:hover': { background: theme.colors.action.hover },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
    }),
    chosen: css({
      background: theme.colors.action.selected,
      // Secondary text is too faint on the selected background.
      color: theme.colors.text.primary,
      '& *': { color: 'inherit' },
    }),
    name: css({ display: 'flex', alignItems: 'baseline', gap: 6, minWidth: 0, fontSize: 13 }),
    kind: css({ color: theme.colors.text.secondary, width: 10, flexShrink: 0, textAlign: 'center' }),
    text: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 32 }),
    bold: css({ fontWeight: theme.typography.fontWeightBold }),
    flag: css({
      fontSize: 11,
      color: theme.colors.text.secondary,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      marginLeft: 'auto',
      flexShrink: 0,
    }),
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
      lineHeight: '20px',
      color: theme.colors.text.primary,
      whiteSpace: 'nowrap',
    }),
  };
}
