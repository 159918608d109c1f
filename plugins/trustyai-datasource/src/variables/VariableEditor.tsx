import type { QueryEditorProps } from '@grafana/data';
import { Stack } from '@grafana/ui';
import React, { useId } from 'react';
import type { DataSource } from '../datasource.ts';
import { ModelField } from '../editor/ModelField.tsx';
import { RadioField } from '../editor/RadioField.tsx';
import { t } from '../i18n/translate.ts';
import type { TrustyDataQuery, TrustyJsonData } from '../query/types.ts';
import type { VariableQuery } from './variable-support.ts';

type Props = QueryEditorProps<DataSource, TrustyDataQuery, TrustyJsonData, VariableQuery>;

function lists(): Array<{ value: VariableQuery['list']; label: string; description: string }> {
  return [
    {
      value: 'models',
      label: t('variables.models', 'Models'),
      description: t('variables.models-text', 'Every model that the service knows'),
    },
    {
      value: 'features',
      label: t('variables.features', 'Features of a model'),
      description: t('variables.features-text', 'Its inputs, then its outputs'),
    },
    {
      value: 'references',
      label: t('variables.references', 'References of a model'),
      description: t('variables.references-text', 'Tags of rows that current data can be compared with'),
    },
    {
      value: 'metrics',
      label: t('variables.metrics', 'Metrics'),
      description: t('variables.metrics-text', 'Those that the service offers'),
    },
    {
      value: 'schedules',
      label: t('variables.schedules', 'Schedules'),
      description: t(
        'variables.schedules-text',
        'Names of schedules, as in the label request_name; unnamed ones are left out'
      ),
    },
  ];
}

/** What a query variable lists. */
export function VariableEditor({ datasource, query, onChange }: Props) {
  const id = useId();
  const list = query.list ?? 'models';
  const change = (patch: Partial<VariableQuery>) =>
    onChange({ ...query, list, refId: query.refId || 'variable', ...patch });
  return (
    <Stack direction="column" gap={2}>
      <RadioField
        label={t('variables.list', 'List')}
        options={lists()}
        value={list}
        onChange={(value) => change({ list: value })}
      />
      {list !== 'models' && list !== 'metrics' && (
        <ModelField
          id={`${id}-model`}
          datasource={datasource}
          value={query.model}
          emptyMeans={list === 'schedules' ? t('variables.all-models', 'All models') : undefined}
          onChange={(model) => change({ model })}
        />
      )}
    </Stack>
  );
}
