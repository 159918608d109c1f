import type { DataSourceApi, QueryEditorProps } from '@grafana/data';
import { Field, RadioButtonGroup, Stack, TextArea } from '@grafana/ui';
import type { TestDataQuery } from './testdata.ts';

type Scenario = 'raw_frame' | 'csv_content';
const SCENARIOS: { label: string; value: Scenario }[] = [
  { label: 'Raw frames', value: 'raw_frame' },
  { label: 'CSV content', value: 'csv_content' },
];

/** The scenario, and its data as text. */
export function TestDataQueryEditor({
  query,
  onChange,
  onRunQuery,
}: QueryEditorProps<DataSourceApi<TestDataQuery>, TestDataQuery>) {
  const scenario: Scenario = query.scenarioId === 'csv_content' ? 'csv_content' : 'raw_frame';
  const content = scenario === 'csv_content' ? 'csvContent' : 'rawFrameContent';
  return (
    <Stack direction="column" gap={1}>
      <Field label="Scenario" noMargin>
        <RadioButtonGroup
          options={SCENARIOS}
          value={scenario}
          onChange={(scenarioId: Scenario) => {
            onChange({ ...query, scenarioId });
            onRunQuery();
          }}
        />
      </Field>
      <TextArea
        aria-label={scenario === 'csv_content' ? 'CSV content' : 'Frames as JSON'}
        rows={6}
        value={query[content] ?? ''}
        onChange={(event) => onChange({ ...query, scenarioId: scenario, [content]: event.currentTarget.value })}
        onBlur={onRunQuery}
      />
    </Stack>
  );
}
