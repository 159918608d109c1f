import { Combobox } from '@grafana/ui';
import React from 'react';
import type { DataSource } from '../datasource.ts';
import { listModels } from '../query/resources.ts';
import { ListedField } from './ListedField.tsx';
import { useListed } from './use-listed.ts';

interface Props {
  id: string;
  datasource: DataSource;
  value: string | undefined;
  /** What an empty choice means; absent: a model has to be chosen. */
  emptyMeans?: string;
  onChange: (model: string | undefined) => void;
}

export function ModelField({ id, datasource, value, emptyMeans, onChange }: Props) {
  const models = useListed('models', () => listModels(datasource.readResource));
  return (
    <ListedField
      id={id}
      label="Model"
      listing={models}
      text={value ?? ''}
      onText={(text) => onChange(text || undefined)}
    >
      {(items, loading) => (
        <Combobox
          id={id}
          options={[...items, ...datasource.variableNames()].map((model) => ({ value: model }))}
          value={value ?? null}
          loading={loading}
          placeholder={emptyMeans ?? 'Choose a model'}
          noOptionsMessage="The service lists no model"
          isClearable
          width={32}
          onChange={(option) => onChange(option?.value)}
        />
      )}
    </ListedField>
  );
}
