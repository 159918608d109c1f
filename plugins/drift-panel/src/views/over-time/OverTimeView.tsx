import React from 'react';
import { t } from '../../i18n/translate.ts';
import { isAbsent } from '../../report/absent.ts';
import { Words } from '../marks/Words.tsx';
import type { ViewProps } from '../scene.ts';
import { byAxis } from './groups.ts';
import { Joined } from './Joined.tsx';
import { Multiples } from './Multiples.tsx';
import { OverTimeChart } from './OverTimeChart.tsx';

/** Drift over time: of the chosen feature, or of several beside each other or on one axis. */
export default function OverTimeView({ scene, width, height }: ViewProps) {
  const { layout } = scene.options.overTime;
  const waiting = t('over-time.waiting', 'Working out drift over time.');
  if (layout === 'chosen') {
    const overTime = scene.detail?.overTime;
    if (!overTime || isAbsent(overTime)) {
      return <Words text={overTime?.absent ?? waiting} width={width} height={height} />;
    }
    return <OverTimeChart overTime={overTime} scene={scene} width={width} height={height} named />;
  }
  const { histories } = scene;
  if (!histories || histories.length === 0) {
    const none = t(
      'over-time.none',
      'No feature has drift over time here. Widen the time range, or add a time column to the rows.'
    );
    return <Words text={histories ? none : waiting} width={width} height={height} />;
  }
  if (layout === 'multiples') {
    return <Multiples histories={histories} scene={scene} width={width} height={height} />;
  }
  const groups = byAxis(histories);
  const share = Math.max(160, Math.floor(height / groups.length));
  return (
    <div style={{ width, height, overflowX: 'hidden', overflowY: share * groups.length > height ? 'auto' : 'hidden' }}>
      {groups.map((group) => (
        <Joined key={group.title} {...group} scene={scene} width={width} height={share} />
      ))}
    </div>
  );
}
