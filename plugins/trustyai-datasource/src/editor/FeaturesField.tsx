import { MultiCombobox } from '@grafana/ui';
import type { Column } from '@soundcheck/query';
import React from 'react';
import type { DataSource } from '../datasource.ts';
import { t } from '../i18n/translate.ts';
import { listColumns } from '../query/resources.ts';
import type { TrustyDataQuery } from '../query/types.ts';
import { ListedField } from './ListedField.tsx';
import { RadioField } from './RadioField.tsx';
import { useListed } from './use-listed.ts';

type Choice = Pick<TrustyDataQuery, 'features' | 'role'>;

interface Props extends Choice {
  id: string;
  datasource: DataSource;
  model: string | undefined;
  onChange: (choice: Choice) => void;
}

function roleText(role: Column['role']): string {
  return role === 'input' ? t('editor.input', 'input') : t('editor.output-column', 'output');
}

/** All features, only inputs or only outputs, or those chosen. */
export function FeaturesField({ id, datasource, model, features = [], role, onChange }: Props) {
  const resolved = datasource.resolve(model);
  const columns = useListed(resolved || undefined, (id) => listColumns(datasource.readResource, id));
  const roles = [
    {
      value: 'all' as const,
      label: t('editor.columns.all', 'All'),
      description: t('editor.columns.all-text', 'Inputs and outputs'),
      all: t('editor.columns.all-features', 'All features'),
    },
    {
      value: 'input' as const,
      label: t('editor.columns.inputs', 'Inputs'),
      description: t('editor.columns.inputs-text', 'What the model is given'),
      all: t('editor.columns.all-inputs', 'All inputs'),
    },
    {
      value: 'output' as const,
      label: t('editor.columns.outputs', 'Outputs'),
      description: t('editor.columns.outputs-text', 'What the model answers'),
      all: t('editor.columns.all-outputs', 'All outputs'),
    },
  ];
  const choose = (chosen: string[]) => onChange({ features: chosen.length > 0 ? chosen : undefined, role });
  return (
    <>
      <RadioField
        label={t('editor.columns.label', 'Columns')}
        options={roles}
        value={role ?? 'all'}
        onChange={(value) => onChange({ features: undefined, role: value === 'all' ? undefined : value })}
      />
      <ListedField
        id={id}
        label={t('editor.features.label', 'Features')}
        description={
          resolved
            ? t('editor.features.none', 'None chosen means all')
            : t('editor.features.no-model', 'Choose a model to list its features; none chosen means all')
        }
        listing={columns}
        text={features.join(', ')}
        onText={(text) =>
          choose(
            text
              .split(',')
              .map((one) => one.trim())
              .filter(Boolean)
          )
        }
      >
        {(items) => (
          <MultiCombobox
            id={id}
            options={[
              ...items
                .filter((column) => role === undefined || column.role === role)
                .map((column) => ({
                  value: column.name,
                  description: `${roleText(column.role)}, ${column.type.toLowerCase()}`,
                })),
              ...datasource.variableOptions(),
            ]}
            value={features}
            placeholder={roles.find(({ value }) => value === (role ?? 'all'))?.all}
            createCustomValue={items.length === 0}
            isClearable
            width={48}
            onChange={(options) => choose(options.map((option) => option.value))}
          />
        )}
      </ListedField>
    </>
  );
}
