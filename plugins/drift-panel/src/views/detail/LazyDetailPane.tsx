import React, { lazy, Suspense } from 'react';
import type { ViewProps } from '../scene.ts';

const load = () => import(/* webpackChunkName: "detail" */ './DetailPane.tsx');
const DetailPane = lazy(load);

/** Fetches the detail's file ahead: it is wanted once the report is there. */
export function preloadDetail(): void {
  // Where this fails it fails again, and with a sentence, when the detail is drawn.
  load().catch(() => undefined);
}

/** The detail in a file of its own: the verdict and the ranking are drawn before it. */
export function LazyDetailPane({ scene, width, height }: ViewProps) {
  return (
    <Suspense fallback={<div style={{ width, height }} aria-busy={true} />}>
      <DetailPane scene={scene} width={width} height={height} />
    </Suspense>
  );
}
