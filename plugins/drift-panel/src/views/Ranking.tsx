import React, { useRef } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { Report } from '../report/report.ts';
import { FeatureRow } from './FeatureRow.tsx';
import { GAP, gridColumns, type Layout } from './layout.ts';
import { paletteOf } from './palette.ts';

interface Props {
  report: Report;
  layout: Layout;
  chosen: string | undefined;
  onChoose: (feature: string) => void;
}

/** How far each key moves the choice in a list of `length`. */
const MOVES: Record<string, (at: number, length: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + 10,
  PageUp: (at) => at - 10,
  Home: () => 0,
  End: (_, length) => length - 1,
  Enter: (at) => at,
  ' ': (at) => at,
};

/** All features, largest effect first. One list in the tab order; the arrow keys move through it. */
export function Ranking({ report, layout, chosen, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const palette = paletteOf(useTheme2());
  const rows = useRef(new Map<string, HTMLDivElement>());
  const { features } = report;

  const onKeyDown = (event: React.KeyboardEvent) => {
    const move = MOVES[event.key];
    const from = features.findIndex(({ feature }) => feature === chosen);
    const to = move && features[Math.min(features.length - 1, Math.max(0, move(from, features.length)))];
    if (to) {
      event.preventDefault();
      onChoose(to.feature);
      rows.current.get(to.feature)?.focus();
    }
  };

  return (
    <div>
      <div className={styles.head} style={{ gridTemplateColumns: gridColumns(layout) }} aria-hidden="true">
        <div>Feature ▾ effect</div>
        {layout.overlay > 0 && <div>Reference / current</div>}
        <div title={report.effectTitle}>Effect ÷ limit</div>
        {layout.p > 0 && <div>adj. p</div>}
        {layout.why > 0 && <div>Why</div>}
        {layout.strip > 0 && <div>{report.strip?.title}</div>}
      </div>
      <div role="listbox" aria-label="Features, largest effect first" onKeyDown={onKeyDown}>
        {features.map((feature) => (
          <FeatureRow
            key={feature.feature}
            ref={(row) => {
              if (row) {
                rows.current.set(feature.feature, row);
              } else {
                rows.current.delete(feature.feature);
              }
            }}
            feature={feature}
            strip={report.strip}
            effectMax={report.effectMax}
            layout={layout}
            palette={palette}
            chosen={feature.feature === chosen}
            onChoose={() => onChoose(feature.feature)}
          />
        ))}
      </div>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    head: css({
      display: 'grid',
      columnGap: GAP,
      padding: '0 8px',
      height: 24,
      alignItems: 'center',
      fontSize: 11,
      color: theme.colors.text.secondary,
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      position: 'sticky',
      top: 0,
      zIndex: 1,
      background: theme.colors.background.primary,
      whiteSpace: 'nowrap',
      '& > div': { overflow: 'hidden', textOverflow: 'ellipsis' },
    }),
  };
}
