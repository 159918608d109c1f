import { Combobox } from '@grafana/ui';
import React from 'react';
import type { DataSource } from '../datasource.ts';
import { t } from '../i18n/translate.ts';
import { listReferences } from '../query/resources.ts';
import { ListedField } from './ListedField.tsx';
import { picked } from './picked.ts';
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
  const chosen = tags.state === 'ready' ? tags.items.find(({ name }) => name === value) : undefined;
  const meaning = t('editor.reference.description', 'Tag of the rows that current data is compared with');
  return (
    <ListedField
      id={id}
      label={t('editor.reference.label', 'Reference')}
      description={chosen ? `${meaning}: ${rowsText(chosen.rows)}` : meaning}
      listing={tags}
      text={value ?? ''}
      onText={(text) => onChange(text || undefined)}
    >
      {(items) => (
        <Combobox
          id={id}
          options={[
            ...items.map(({ name, rows }) => ({ value: name, description: rowsText(rows) })),
            ...datasource.variableOptions(),
          ]}
          value={value ?? null}
          placeholder={t('editor.reference.only', 'The only one there is')}
          noOptionsMessage={t('editor.reference.none', 'The service lists no reference')}
          createCustomValue={items.length === 0}
          isClearable
          width={32}
          onChange={picked(onChange)}
        />
      )}
    </ListedField>
  );
}

function rowsText(rows: number): string {
  return t('editor.rows', '{{rows}} rows', { rows: rows.toLocaleString('en') });
}
