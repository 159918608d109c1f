import type { PanelData } from '@grafana/data';
import { Centered } from './centered.tsx';

/** In place of a drawing: why the query failed, what its frames say, else what the panel lacks. */
export function NoData({ data, lacks }: { data: PanelData; lacks?: string }) {
  const errors = data.errors ?? (data.error ? [data.error] : []);
  const failures = errors.map(({ message }) => message ?? 'The query failed without a reason.');
  const notices = data.series.flatMap(({ meta }) => meta?.notices?.map(({ text }) => text) ?? []);
  const sentences = [...new Set(failures.length > 0 ? failures : notices)];
  return <Centered>{sentences.length > 0 ? sentences.join(' ') : (lacks ?? 'No data')}</Centered>;
}
