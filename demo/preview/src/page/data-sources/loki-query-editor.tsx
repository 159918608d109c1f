import type { QueryEditorProps } from '@grafana/data';
import { Field, Input, RadioButtonGroup, Stack, TextArea } from '@grafana/ui';
import type { LokiApi, LokiQuery, LokiSettings } from './loki.ts';

type QueryType = NonNullable<LokiQuery['queryType']>;

const TYPES: { label: string; value: QueryType }[] = [
  { label: 'Range', value: 'range' },
  { label: 'Instant', value: 'instant' },
];

/** LogQL as text, legend, type and number of lines: what the stand-in understands of Grafana's editor. */
export function LokiQueryEditor({ query, onChange, onRunQuery }: QueryEditorProps<LokiApi, LokiQuery, LokiSettings>) {
  const change = (part: Partial<LokiQuery>) => onChange({ ...query, ...part });
  return (
    <Stack direction="column" gap={1}>
      <TextArea
        aria-label="LogQL"
        rows={3}
        value={query.expr ?? ''}
        placeholder="LogQL"
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
        <Field label="Type" noMargin>
          <RadioButtonGroup
            options={TYPES}
            value={query.queryType ?? 'range'}
            onChange={(queryType) => {
              change({ queryType });
              onRunQuery();
            }}
          />
        </Field>
        <Field label="Line limit" noMargin>
          <Input
            width={12}
            type="number"
            min={1}
            value={query.maxLines ?? ''}
            placeholder="auto"
            onChange={(event) => change({ maxLines: event.currentTarget.valueAsNumber || undefined })}
            onBlur={onRunQuery}
          />
        </Field>
      </Stack>
    </Stack>
  );
}
