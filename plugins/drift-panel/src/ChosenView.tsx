import React, { lazy, Suspense, type ComponentType } from 'react';
import { LoadingPlaceholder } from '@grafana/ui';
import { t } from './i18n/translate.ts';
import type { ViewName } from './options/options.ts';
import { Overview } from './views/overview/Overview.tsx';
import { ViewSwitch } from './views/overview/ViewSwitch.tsx';
import type { ViewProps } from './views/scene.ts';

/** All but the first that most panels show come in files of their own. */
const VIEW: Record<ViewName, ComponentType<ViewProps>> = {
  overview: Overview,
  ranking: lazy(() => import('./views/ranking/RankingView.tsx')),
  heatmap: lazy(() => import('./views/heatmap/HeatmapView.tsx')),
  'over-time': lazy(() => import('./views/over-time/OverTimeView.tsx')),
  distribution: lazy(() => import('./views/distribution/DistributionView.tsx')),
  contribution: lazy(() => import('./views/contribution/ContributionView.tsx')),
  ridgeline: lazy(() => import('./views/ridgeline/RidgelineView.tsx')),
  calendar: lazy(() => import('./views/calendar/CalendarView.tsx')),
  scatter: lazy(() => import('./views/scatter/ScatterView.tsx')),
  quality: lazy(() => import('./views/quality/QualityView.tsx')),
};

const SWITCH_HEIGHT = 32;

/** The chosen view in the whole panel; views other than the overview, which has its own, below the switch to others. */
export function ChosenView({ view, scene, width, height }: ViewProps & { view: ViewName }) {
  const View = VIEW[view];
  const hasSwitch = view !== 'overview' && scene.options.showSwitch;
  return (
    <Suspense fallback={<LoadingPlaceholder text={t('busy.view', 'Loading the view')} />}>
      {hasSwitch && (
        <div style={{ height: SWITCH_HEIGHT, overflow: 'hidden' }}>
          <ViewSwitch view={view} onShow={scene.actions.show} width={width} />
        </div>
      )}
      <View scene={scene} width={width} height={height - (hasSwitch ? SWITCH_HEIGHT : 0)} />
    </Suspense>
  );
}
