import { MultiCombobox } from '@grafana/ui';
import React from 'react';
import type { DataSource } from '../datasource.ts';
import { listColumns } from '../query/resources.ts';
import { ListedField } from './ListedField.tsx';
import { useListed } from './use-listed.ts';

interface Props {
  id: string;
  datasource: DataSource;
  model: string | undefined;
  value: string[];
  onChange: (features: string[]) => void;
}

export function FeaturesField({ id, datasource, model, value, onChange }: Props) {
  const resolved = datasource.resolve(model);
  const columns = useListed(resolved || undefined, (id) => listColumns(datasource.readResource, id));
  const fromText = (text: string) =>
    onChange(
      text
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean)
    );
  return (
    <ListedField
      id={id}
      label="Features"
      description={resolved ? 'None chosen means all' : 'Choose a model to list its features; none chosen means all'}
      listing={columns}
      text={value.join(', ')}
      onText={fromText}
    >
      {(items, loading) => (
        <MultiCombobox
          id={id}
          options={[
            ...items.map(({ name, role, type }) => ({ value: name, description: `${role}, ${type.toLowerCase()}` })),
            ...datasource.variableNames().map((name) => ({ value: name, description: 'variable' })),
          ]}
          value={value}
          loading={loading}
          placeholder="All features"
          isClearable
          width={48}
          onChange={(options) => onChange(options.map((option) => option.value))}
        />
      )}
    </ListedField>
  );
}
