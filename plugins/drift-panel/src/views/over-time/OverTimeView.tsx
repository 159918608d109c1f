import React, { useMemo } from 'react';
import { t } from '../../i18n/translate.ts';
import { AbsentPart } from '../detail/AbsentPart.tsx';
import { FeatureView } from '../detail/FeatureView.tsx';
import { Skeleton } from '../detail/Skeleton.tsx';
import type { ViewProps } from '../scene.ts';
import { byAxis } from './groups.ts';
import { Joined } from './Joined.tsx';
import { Multiples } from './Multiples.tsx';
import { OverTimeChart } from './OverTimeChart.tsx';

/** Drift over time: of the chosen feature, or of several beside each other or on one axis. */
export default function OverTimeView(props: ViewProps) {
  return props.scene.options.overTime.layout === 'chosen' ? (
    <FeatureView {...props} part={(detail) => detail.overTime}>
      {(overTime, { width, height }) => (
        <OverTimeChart overTime={overTime} scene={props.scene} width={width} height={height} />
      )}
    </FeatureView>
  ) : (
    <Several {...props} />
  );
}

const PADDING = 8;
/** Below this a chart of many lines tells nothing; the view scrolls instead. */
const LEAST = 200;

function Several({ scene, width, height }: ViewProps) {
  const { histories, options } = scene;
  const room = { width: width - 2 * PADDING, height };
  const groups = useMemo(() => byAxis(histories ?? []), [histories]);
  const share = Math.max(LEAST, Math.floor(height / groups.length));
  const none = t(
    'over-time.none',
    'No feature has drift over time here. Widen the time range, or add a time column to the rows.'
  );
  return (
    <div style={{ width, height, padding: `0 ${PADDING}px`, overflowX: 'hidden', overflowY: 'auto' }}>
      {!histories ? (
        <Skeleton {...room} />
      ) : histories.length === 0 ? (
        <AbsentPart text={none} {...room} />
      ) : options.overTime.layout === 'multiples' ? (
        <Multiples histories={histories} scene={scene} {...room} />
      ) : (
        groups.map((group) => <Joined key={group.title} {...group} scene={scene} width={room.width} height={share} />)
      )}
    </div>
  );
}
