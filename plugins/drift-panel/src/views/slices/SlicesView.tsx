import React from 'react';
import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import { isAbsent } from '../../report/absent.ts';
import { AbsentPart } from '../detail/AbsentPart.tsx';
import { featureOf } from '../detail/FeatureView.tsx';
import { Skeleton } from '../detail/Skeleton.tsx';
import type { ViewProps } from '../scene.ts';
import { t } from '../../i18n/translate.ts';
import { SliceTable } from './SliceTable.tsx';

/** Which slices carry the drift of the chosen feature. */
export default function SlicesView({ scene, width, height }: ViewProps) {
  const styles = useStyles2(getStyles);
  const slices = scene.detail?.slices;
  const feature = featureOf(scene);
  if (slices === undefined || feature === undefined) {
    return <Skeleton width={width} height={height} />;
  }
  if (isAbsent(slices)) {
    return <AbsentPart text={slices.absent} width={width} height={Math.min(height, 60)} />;
  }
  return (
    <section
      className={styles.view}
      style={{ width }}
      aria-label={t('slices.of', 'Slices of {{name}}', { name: scene.label(feature) })}
    >
      <div className={styles.sentence}>{slices.sentence}</div>
      {slices.rows.length > 0 && <SliceTable scene={scene} feature={feature} slices={slices} width={width} />}
    </section>
  );
}

function getStyles() {
  return {
    view: css({ overflowX: 'auto', paddingTop: 6 }),
    sentence: css({ fontSize: 12, lineHeight: '18px', marginBottom: 4 }),
  };
}
