import type { PanelData } from '@grafana/data';
import { Centered } from './centered.tsx';

/** In place of a drawing: why the query failed, else what the panel lacks. */
export function NoData({ data, lacks }: { data: PanelData; lacks?: string }) {
  const errors = data.errors ?? (data.error ? [data.error] : []);
  const sentences = [...new Set(errors.map(({ message }) => message ?? 'The query failed without a reason.'))];
  return <Centered>{sentences.length > 0 ? sentences.join(' ') : (lacks ?? 'No data')}</Centered>;
}
