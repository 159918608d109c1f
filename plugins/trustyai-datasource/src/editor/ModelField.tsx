import { Combobox } from '@grafana/ui';
import React from 'react';
import type { DataSource } from '../datasource.ts';
import { t } from '../i18n/translate.ts';
import { listModels, modelRows } from '../query/resources.ts';
import { ListedField } from './ListedField.tsx';
import { picked } from './picked.ts';
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
  const chosen = models.state === 'ready' ? models.items.find((model) => model.id === value) : undefined;
  return (
    <ListedField
      id={id}
      label={t('editor.model', 'Model')}
      description={chosen && modelRows(chosen)}
      listing={models}
      text={value ?? ''}
      onText={(text) => onChange(text || undefined)}
    >
      {(items) => (
        <Combobox
          id={id}
          options={[
            ...items.map((model) => ({ value: model.id, description: modelRows(model) })),
            ...datasource.variableOptions(),
          ]}
          value={value ?? null}
          placeholder={emptyMeans ?? t('editor.choose-model', 'Choose a model')}
          noOptionsMessage={t('editor.no-models', 'The service lists no model')}
          // A Java service that was restarted lists nothing, yet answers for a model whose name is typed.
          createCustomValue={items.length === 0}
          isClearable
          width={32}
          onChange={picked(onChange)}
        />
      )}
    </ListedField>
  );
}
