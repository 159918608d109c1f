import React, { useRef } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { isAbsent } from '../../report/absent.ts';
import { t } from '../../i18n/translate.ts';
import { OverTimeChart } from '../over-time/OverTimeChart.tsx';
import type { ViewProps } from '../scene.ts';
import SlicesView from '../slices/SlicesView.tsx';
import { AbsentPart } from './AbsentPart.tsx';
import { DetailHead, headHeight } from './DetailHead.tsx';
import { detailLayout, GAP, SLICES_LINE } from './detail-layout.ts';
import { featureOf } from './FeatureView.tsx';
import { Shape } from './Shape.tsx';
import { shapeOf } from './shape-of.ts';
import { Skeleton } from './Skeleton.tsx';

const PADDING = 8;
const SCROLLBAR = 8;

/** The chosen feature with all its parts; scrolls by itself. */
export function DetailPane({ scene, width, height }: ViewProps) {
  const styles = useStyles2(getStyles);
  const below = useRef<HTMLDivElement>(null);
  const feature = featureOf(scene);
  const inner = Math.max(120, width - 2 * PADDING - SCROLLBAR);
  if (feature === undefined) {
    return (
      <AbsentPart text={t('detail.chooseRow', 'Choose a feature to see what changed.')} width={width} height={height} />
    );
  }
  const { detail } = scene;
  const shape = shapeOf(detail);
  const rest = height - headHeight(scene, feature, inner) - 2;
  const has = { ...shape.has, overTime: !detail || !isAbsent(detail.overTime) };
  const layout = detailLayout({ width: inner, height: rest, has, rows: shape.inRows });
  const slices = detail?.slices;
  return (
    <section
      className={styles.pane}
      style={{ width, height }}
      tabIndex={-1}
      aria-label={t('detail.region', 'Detail of {{name}}', { name: scene.label(feature) })}
      aria-busy={!detail}
    >
      <DetailHead scene={scene} feature={feature} width={inner} />
      <div className={layout.stacked ? styles.stacked : styles.columns}>
        <Shape scene={scene} feature={feature} shape={shape} layout={layout} />
        <div style={{ width: layout.right }}>
          {!detail ? (
            <Skeleton width={layout.right} height={layout.overTime} />
          ) : isAbsent(detail.overTime) ? (
            <AbsentPart text={detail.overTime.absent} width={layout.right} height={layout.overTime} />
          ) : (
            <OverTimeChart overTime={detail.overTime} scene={scene} width={layout.right} height={layout.overTime} />
          )}
          {layout.slicesLine ? (
            <div className={styles.line}>
              {slices &&
                (isAbsent(slices) ? (
                  <span title={slices.absent}>{slices.absent}</span>
                ) : (
                  <button type="button" className={styles.lead} onClick={() => below.current?.focus()}>
                    {t('detail.slices', 'Slices: {{sentence}}', { sentence: slices.sentence })} ▾
                  </button>
                ))}
            </div>
          ) : (
            <SlicesView scene={scene} width={layout.right} height={120} />
          )}
        </div>
      </div>
      {layout.slicesLine && slices && !isAbsent(slices) && (
        <div ref={below} className={styles.below} tabIndex={-1}>
          <SlicesView scene={scene} width={inner} height={120} />
        </div>
      )}
    </section>
  );
}

export default DetailPane;

function getStyles(theme: GrafanaTheme2) {
  return {
    pane: css({ padding: `0 ${PADDING}px`, overflowX: 'hidden', overflowY: 'auto', flexShrink: 0 }),
    columns: css({ display: 'flex', gap: GAP }),
    stacked: css({ display: 'flex', flexDirection: 'column', gap: 12 }),
    line: css({
      height: SLICES_LINE,
      lineHeight: `${SLICES_LINE}px`,
      fontSize: 12,
      color: theme.colors.text.secondary,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    }),
    lead: css({
      all: 'unset',
      boxSizing: 'border-box',
      maxWidth: '100%',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      cursor: 'pointer',
      color: theme.colors.text.link,
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
    }),
    below: css({ padding: theme.spacing(1, 0), '&:focus': { outline: 'none' } }),
  };
}
