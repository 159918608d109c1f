import { Combobox } from '@grafana/ui';
import React from 'react';
import type { DataSource } from '../datasource.ts';
import { listReferences } from '../query/resources.ts';
import { ListedField } from './ListedField.tsx';
import { useListed } from './use-listed.ts';

interface Props {
  id: string;
  datasource: DataSource;
  model: string | undefined;
  value: string | undefined;
  onChange: (tag: string | undefined) => void;
}

export function ReferenceField({ id, datasource, model, value, onChange }: Props) {
  const resolved = datasource.resolve(model);
  const tags = useListed(resolved || undefined, (id) => listReferences(datasource.readResource, id));
  return (
    <ListedField
      id={id}
      label="Reference"
      description="Tag of the rows that current data is compared with"
      listing={tags}
      text={value ?? ''}
      onText={(text) => onChange(text || undefined)}
    >
      {(items, loading) => (
        <Combobox
          id={id}
          options={[
            ...items.map(({ name, rows }) => ({ value: name, description: `${String(rows)} rows` })),
            ...datasource.variableNames().map((name) => ({ value: name, description: 'variable' })),
          ]}
          value={value ?? null}
          loading={loading}
          placeholder="The only one there is"
          noOptionsMessage="The service lists no reference"
          isClearable
          width={32}
          onChange={(option) => onChange(option?.value)}
        />
      )}
    </ListedField>
  );
}
