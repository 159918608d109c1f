import { Field, Input, Stack } from '@grafana/ui';
import React from 'react';
import type { DataSource } from '../datasource.ts';
import { t } from '../i18n/translate.ts';
import type { TrustyDataQuery } from '../query/types.ts';
import { ColumnField } from './ColumnField.tsx';

type Fairness = NonNullable<TrustyDataQuery['fairness']>;

interface Props {
  id: string;
  datasource: DataSource;
  model: string | undefined;
  value: Fairness | undefined;
  onChange: (fairness: Fairness) => void;
}

const empty: Fairness = { protectedAttribute: '', privileged: 1, unprivileged: 0, outcome: '', favorable: 1 };

/** Groups and outcome of a fairness metric. Values are numbers: text matches nothing on Python, without an error. */
export function FairnessFields({ id, datasource, model, value = empty, onChange }: Props) {
  const columns = [
    ['protectedAttribute', 'input', t('editor.fairness.protected', 'Protected feature')],
    ['outcome', 'output', t('editor.fairness.outcome', 'Outcome')],
  ] as const;
  const numbers = [
    ['privileged', t('editor.fairness.privileged', 'Privileged value')],
    ['unprivileged', t('editor.fairness.unprivileged', 'Unprivileged value')],
    ['favorable', t('editor.fairness.favourable', 'Favourable value')],
  ] as const;
  return (
    <Stack direction="row" gap={2} wrap="wrap">
      {columns.map(([name, role, label]) => (
        <ColumnField
          key={name}
          id={`${id}-${name}`}
          datasource={datasource}
          model={model}
          label={label}
          role={role}
          value={value[name]}
          onChange={(column) => onChange({ ...value, [name]: column })}
        />
      ))}
      {numbers.map(([name, label]) => (
        <Field key={name} label={label} noMargin>
          <Input
            id={`${id}-${name}`}
            type="number"
            defaultValue={value[name]}
            width={12}
            onBlur={(event) => onChange({ ...value, [name]: Number(event.currentTarget.value) })}
          />
        </Field>
      ))}
    </Stack>
  );
}
