import { Alert, LoadingPlaceholder } from '@grafana/ui';
import type { ReactNode } from 'react';
import type { Loaded } from './use-loaded.ts';

/** Draws what was loaded; until then a placeholder, and an alert with the sentence where it failed. */
export function Loading<T>({ of, children }: { of: Loaded<T>; children: (value: T) => ReactNode }) {
  switch (of.state) {
    case 'loading':
      return <LoadingPlaceholder text="Loading…" />;
    case 'failed':
      return <Alert severity="error" title={of.message} />;
    case 'done':
      return <>{children(of.value)}</>;
  }
}
