import React, { lazy, Suspense, useLayoutEffect, useRef, useState, type ComponentType } from 'react';
import { LoadingPlaceholder } from '@grafana/ui';
import { t } from './i18n/translate.ts';
import type { ViewName } from './options/options.ts';
import { Overview } from './views/overview/Overview.tsx';
import { ViewHead } from './views/overview/ViewHead.tsx';
import type { ViewProps } from './views/scene.ts';

/**
 * All but the first that most panels show come in two files: what shows all features, and what shows one, which the detail
 * of the overview needs as well. A file for each would hold most of the others' parts again.
 */
const VIEW: Record<ViewName, ComponentType<ViewProps>> = {
  overview: Overview,
  ranking: lazy(() => import(/* webpackChunkName: "features" */ './views/ranking/RankingView.tsx')),
  heatmap: lazy(() => import(/* webpackChunkName: "features" */ './views/heatmap/HeatmapView.tsx')),
  'over-time': lazy(() => import(/* webpackChunkName: "detail" */ './views/over-time/OverTimeView.tsx')),
  distribution: lazy(() => import(/* webpackChunkName: "detail" */ './views/distribution/DistributionView.tsx')),
  contribution: lazy(() => import(/* webpackChunkName: "detail" */ './views/contribution/ContributionView.tsx')),
  ridgeline: lazy(() => import(/* webpackChunkName: "detail" */ './views/ridgeline/RidgelineView.tsx')),
  calendar: lazy(() => import(/* webpackChunkName: "detail" */ './views/calendar/CalendarView.tsx')),
  scatter: lazy(() => import(/* webpackChunkName: "features" */ './views/scatter/ScatterView.tsx')),
  quality: lazy(() => import(/* webpackChunkName: "features" */ './views/quality/QualityView.tsx')),
};

/** Less room than this is for the picture of a single view alone. */
const LEAST_FOR_HEAD = { width: 320, height: 260 };
/** Less than this has no room for how far to trust the verdict. */
const LEAST_FOR_TRUST = {
  overview: { width: 420, height: 200 },
  single: { width: 320, height: 460 },
} as const;

/**
 * The chosen view below the verdict and the ways to the others. The head stands outside of the views, so that the focus
 * stays on its switch when the view changes.
 */
export function ChosenView({ view, scene, width, height }: ViewProps & { view: ViewName }) {
  const View = VIEW[view];
  const head = useRef<HTMLDivElement>(null);
  const [headHeight, setHeadHeight] = useState(60);
  const hasHead = view === 'overview' || (width >= LEAST_FOR_HEAD.width && height >= LEAST_FOR_HEAD.height);
  const least = view === 'overview' ? LEAST_FOR_TRUST.overview : LEAST_FOR_TRUST.single;
  const showTrust = width >= least.width && height >= least.height;
  // The verdict wraps as it likes; the view gets what it leaves.
  useLayoutEffect(
    () => setHeadHeight((before) => head.current?.offsetHeight || before),
    [scene.report, scene.options.showSwitch, view, width, hasHead, showTrust]
  );
  return (
    <>
      {hasHead && <ViewHead ref={head} scene={scene} view={view} width={width} showTrust={showTrust} />}
      <Suspense fallback={<LoadingPlaceholder text={t('busy.view', 'Loading the view')} />}>
        <View scene={scene} width={width} height={Math.max(0, height - (hasHead ? headHeight : 0))} />
      </Suspense>
    </>
  );
}
