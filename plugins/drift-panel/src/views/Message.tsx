import React from 'react';
import { EmptyState, LoadingPlaceholder } from '@grafana/ui';

interface Props {
  waiting: boolean;
  problems: ReadonlyArray<{ what: string; remedy: string }>;
  height: number;
}

/** In place of the panel: what is missing and what to do about it. */
export function Message({ waiting, problems, height }: Props) {
  const [first, ...others] = problems;
  return (
    <div style={{ height, overflow: 'auto', display: 'flex', alignItems: 'center', justifyContent: 'center' }}>
      {waiting ? (
        <LoadingPlaceholder text="Waiting for data" />
      ) : (
        <EmptyState variant="not-found" hideImage message={first?.what ?? 'No data in this time range'} role="alert">
          {first ? [first.remedy, ...others.map(({ what, remedy }) => `${what}. ${remedy}`)].join(' ') : NOTHING}
        </EmptyState>
      )}
    </div>
  );
}

const NOTHING =
  'The queries gave no rows. Widen the time range, or check in the query that the model and the metric exist; a new schedule gives its first number at the next tick.';
