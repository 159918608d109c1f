import { Combobox } from '@grafana/ui';
import type { Column } from '@soundcheck/query';
import React from 'react';
import type { DataSource } from '../datasource.ts';
import { t } from '../i18n/translate.ts';
import { listColumns } from '../query/resources.ts';
import { ListedField } from './ListedField.tsx';
import { picked } from './picked.ts';
import { useListed } from './use-listed.ts';

interface Props {
  id: string;
  datasource: DataSource;
  model: string | undefined;
  label: string;
  role: Column['role'];
  value: string;
  onChange: (column: string) => void;
}

/** One column of a model, of those that are its inputs or its outputs. */
export function ColumnField({ id, datasource, model, label, role, value, onChange }: Props) {
  const resolved = datasource.resolve(model);
  const columns = useListed(resolved || undefined, (one) => listColumns(datasource.readResource, one));
  return (
    <ListedField id={id} label={label} listing={columns} text={value} onText={onChange}>
      {(items) => (
        <Combobox
          id={id}
          options={[
            ...items.filter((column) => column.role === role).map(({ name }) => ({ value: name })),
            ...datasource.variableOptions(),
          ]}
          value={value || null}
          placeholder={t('editor.column.choose', 'Choose a column')}
          noOptionsMessage={t('editor.column.none', 'The service lists no such columns')}
          createCustomValue={items.length === 0}
          isClearable
          width={24}
          onChange={picked((column) => onChange(column ?? ''))}
        />
      )}
    </ListedField>
  );
}
