import type { FieldConfigSource, PanelData } from '@grafana/data';
import { Centered } from './centered.tsx';

interface Props {
  data: PanelData;
  /** The panel's field options: their "No value" says what an empty panel means. */
  fieldConfig?: FieldConfigSource;
  lacks?: string;
}

/** In place of a drawing: why the query failed, what its frames say, else what the panel lacks. */
export function NoData({ data, fieldConfig, lacks }: Props) {
  const errors = data.errors ?? (data.error ? [data.error] : []);
  const failures = errors.map(({ message }) => message ?? 'The query failed without a reason.');
  const notices = data.series.flatMap(({ meta }) => meta?.notices?.map(({ text }) => text) ?? []);
  const sentences = [...new Set(failures.length > 0 ? failures : notices)];
  return (
    <Centered>
      {sentences.length > 0 ? sentences.join(' ') : (lacks ?? fieldConfig?.defaults.noValue ?? 'No data')}
    </Centered>
  );
}
