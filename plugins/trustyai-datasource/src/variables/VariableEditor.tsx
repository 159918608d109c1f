import type { QueryEditorProps } from '@grafana/data';
import { Field, RadioButtonGroup, Stack } from '@grafana/ui';
import React, { useId } from 'react';
import type { DataSource } from '../datasource.ts';
import { ModelField } from '../editor/ModelField.tsx';
import type { TrustyDataQuery, TrustyJsonData } from '../query/types.ts';
import type { VariableQuery } from './variable-support.ts';

type Props = QueryEditorProps<DataSource, TrustyDataQuery, TrustyJsonData, VariableQuery>;

const lists: Array<{ value: VariableQuery['list']; label: string }> = [
  { value: 'models', label: 'Models' },
  { value: 'features', label: 'Features of a model' },
  { value: 'references', label: 'References of a model' },
  { value: 'metrics', label: 'Metrics' },
];

/** What a query variable lists. */
export function VariableEditor({ datasource, query, onChange }: Props) {
  const id = useId();
  const list = query.list ?? 'models';
  const change = (patch: Partial<VariableQuery>) =>
    onChange({ ...query, list, refId: query.refId || 'variable', ...patch });
  return (
    <Stack direction="column" gap={2}>
      <Field label="List" noMargin>
        <RadioButtonGroup options={lists} value={list} onChange={(value) => change({ list: value })} />
      </Field>
      {(list === 'features' || list === 'references') && (
        <ModelField
          id={`${id}-model`}
          datasource={datasource}
          value={query.model}
          onChange={(model) => change({ model })}
        />
      )}
    </Stack>
  );
}
