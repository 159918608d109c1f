import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import { FeatureView } from '../detail/FeatureView.tsx';
import type { ViewProps } from '../scene.ts';
import { RidgeRows } from './RidgeRows.tsx';
import { ShareBandRows } from './ShareBandRows.tsx';

const LINE = 20;

/** How the distribution of the chosen feature changed from chunk to chunk. */
export default function RidgelineView(props: ViewProps) {
  const styles = useStyles2(getStyles);
  const { scene } = props;
  return (
    <FeatureView {...props} part={(detail) => detail.ridgeline}>
      {(part, { feature, width, height }) => {
        const isRidge = 'x' in part;
        const key = isRidge
          ? t('ridgeline.key', 'Dotted: reference; ticks: quartiles. {{title}}', { title: part.title })
          : part.title;
        const room = { scene, feature, width, height: height - LINE };
        return (
          <>
            <div className={styles.key} title={key}>
              {key}
            </div>
            {isRidge ? <RidgeRows ridgeline={part} {...room} /> : <ShareBandRows bands={part} {...room} />}
          </>
        );
      }}
    </FeatureView>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    key: css({
      height: LINE,
      lineHeight: `${LINE}px`,
      fontSize: 11,
      color: theme.colors.text.secondary,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    }),
  };
}
