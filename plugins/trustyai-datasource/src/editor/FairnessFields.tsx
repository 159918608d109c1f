import { Field, Input, Stack } from '@grafana/ui';
import React from 'react';
import type { TrustyDataQuery } from '../query/types.ts';

type Fairness = NonNullable<TrustyDataQuery['fairness']>;

interface Props {
  id: string;
  value: Fairness | undefined;
  onChange: (fairness: Fairness) => void;
}

const empty: Fairness = { protectedAttribute: '', privileged: 1, unprivileged: 0, outcome: '', favorable: 1 };

const texts = [
  ['protectedAttribute', 'Protected feature'],
  ['outcome', 'Outcome'],
] as const;

const numbers = [
  ['privileged', 'Privileged value'],
  ['unprivileged', 'Unprivileged value'],
  ['favorable', 'Favourable value'],
] as const;

/** Groups and outcome of a fairness metric. Values are numbers: text matches nothing on Python, without an error. */
export function FairnessFields({ id, value = empty, onChange }: Props) {
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
