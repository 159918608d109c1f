import { Field, Input, Stack } from '@grafana/ui';
import React from 'react';
import { t } from '../i18n/translate.ts';
import type { TrustyDataQuery } from '../query/types.ts';

type Fairness = NonNullable<TrustyDataQuery['fairness']>;

interface Props {
  id: string;
  value: Fairness | undefined;
  onChange: (fairness: Fairness) => void;
}

const empty: Fairness = { protectedAttribute: '', privileged: 1, unprivileged: 0, outcome: '', favorable: 1 };

/** Groups and outcome of a fairness metric. Values are numbers: text matches nothing on Python, without an error. */
export function FairnessFields({ id, value = empty, onChange }: Props) {
  const texts = [
    ['protectedAttribute', t('editor.fairness.protected', 'Protected feature')],
    ['outcome', t('editor.fairness.outcome', 'Outcome')],
  ] as const;
  const numbers = [
    ['privileged', t('editor.fairness.privileged', 'Privileged value')],
    ['unprivileged', t('editor.fairness.unprivileged', 'Unprivileged value')],
    ['favorable', t('editor.fairness.favourable', 'Favourable value')],
  ] as const;
  return (
    <Stack direction="row" gap={2} wrap="wrap">
      {texts.map(([name, label]) => (
        <Field key={name} label={label} noMargin>
          <Input
            id={`${id}-${name}`}
            defaultValue={value[name]}
            width={24}
            onBlur={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
          />
        </Field>
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
