import type { QueryEditorProps } from '@grafana/data';
import { Field, Input, RadioButtonGroup, Stack, TextArea } from '@grafana/ui';
import type { PrometheusApi, PrometheusQuery, PrometheusSettings } from './prometheus.ts';

type Props = QueryEditorProps<PrometheusApi, PrometheusQuery, PrometheusSettings>;

type Format = 'time_series' | 'table';
const FORMATS: { label: string; value: Format }[] = [
  { label: 'Time series', value: 'time_series' },
  { label: 'Table', value: 'table' },
];
const TYPES = [
  { label: 'Range', value: false },
  { label: 'Instant', value: true },
];

/** PromQL as text, legend, format and type: what the stand-in understands of Grafana's editor. */
export function PrometheusQueryEditor({ query, onChange, onRunQuery }: Props) {
  const change = (part: Partial<PrometheusQuery>) => onChange({ ...query, ...part });
  return (
    <Stack direction="column" gap={1}>
      <TextArea
        aria-label="PromQL"
        rows={2}
        value={query.expr ?? ''}
        placeholder="PromQL"
        onChange={(event) => change({ expr: event.currentTarget.value })}
        onBlur={onRunQuery}
      />
      <Stack gap={2} wrap="wrap">
        <Field label="Legend" noMargin>
          <Input
            width={30}
            value={query.legendFormat ?? ''}
            placeholder="{{label}}"
            onChange={(event) => change({ legendFormat: event.currentTarget.value })}
            onBlur={onRunQuery}
          />
        </Field>
        <Field label="Format" noMargin>
          <RadioButtonGroup
            options={FORMATS}
            value={query.format === 'table' ? 'table' : 'time_series'}
            onChange={(format: Format) => {
              change({ format });
              onRunQuery();
            }}
          />
        </Field>
        <Field label="Type" noMargin>
          <RadioButtonGroup
            options={TYPES}
            value={Boolean(query.instant)}
            onChange={(instant) => {
              change({ instant, range: !instant });
              onRunQuery();
            }}
          />
        </Field>
      </Stack>
    </Stack>
  );
}
