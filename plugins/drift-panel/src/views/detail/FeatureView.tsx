import React, { type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { isAbsent, type Absent } from '../../report/absent.ts';
import type { FeatureDetail } from '../../report/detail.ts';
import { t } from '../../i18n/translate.ts';
import { textWidth } from '../marks/text-width.ts';
import type { Scene, ViewProps } from '../scene.ts';
import { AbsentPart } from './AbsentPart.tsx';
import { detailWords } from './DetailHead.tsx';
import { FeaturePicker } from './FeaturePicker.tsx';
import { Skeleton } from './Skeleton.tsx';

interface Props<T extends object> extends ViewProps {
  part: (detail: FeatureDetail) => T | Absent;
  /** Draws the part in the room that is left. */
  children: (part: T, room: { feature: string; width: number; height: number }) => ReactNode;
}

const PADDING = 8;
const PICKER = 36;
const TEXT_LINE = 18;
const MOST_LINES = 6;
/** Lines are broken between words and so not filled. */
const WRAPPED = 1.1;

/** One view of one feature filling the panel: which feature, what was found, and the picture. */
export function FeatureView<T extends object>({ scene, width, height, part, children }: Props<T>) {
  const styles = useStyles2(getStyles);
  const { detail } = scene;
  const feature = featureOf(scene);
  const inner = Math.max(100, width - 2 * PADDING);
  const words =
    feature === undefined ? '' : [detail?.scope, detailWords(scene, feature).sentence].filter(Boolean).join(' · ');
  const lines = Math.max(1, Math.min(MOST_LINES, Math.ceil((textWidth(words, 12) * WRAPPED) / inner)));
  const room = { width: inner, height: Math.max(100, height - PICKER - lines * TEXT_LINE - 4) };
  const shown = detail && part(detail);
  return (
    <div className={styles.view} style={{ width, height }}>
      <div className={styles.picker}>
        <FeaturePicker scene={scene} feature={feature} width={Math.min(280, inner)} />
      </div>
      <div className={styles.words} style={{ height: lines * TEXT_LINE }} title={words}>
        {words}
      </div>
      {feature === undefined ? (
        <AbsentPart text={t('detail.choose', 'Choose a feature to see it here.')} {...room} />
      ) : shown === undefined ? (
        <Skeleton {...room} />
      ) : isAbsent(shown) ? (
        <AbsentPart text={shown.absent} {...room} />
      ) : (
        children(shown, { feature, ...room })
      )}
    </div>
  );
}

/** The chosen feature; the one that was worked out where nothing is chosen yet. */
export function featureOf({ selection, detail }: Scene): string | undefined {
  return selection.feature ?? detail?.request.feature;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    view: css({ padding: `0 ${PADDING}px`, overflowX: 'hidden', overflowY: 'auto' }),
    picker: css({ height: PICKER, display: 'flex', alignItems: 'center' }),
    words: css({
      fontSize: 12,
      lineHeight: `${TEXT_LINE}px`,
      marginBottom: 4,
      overflow: 'hidden',
      color: theme.colors.text.secondary,
    }),
  };
}
