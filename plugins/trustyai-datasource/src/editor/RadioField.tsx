import { Field, RadioButtonGroup } from '@grafana/ui';
import React from 'react';

interface Props<T extends string> {
  label: string;
  options: Array<{ value: T; label: string; description?: string }>;
  value: T;
  disabled?: boolean;
  onChange: (value: T) => void;
}

/** One of a few; the line below says what the chosen one means. */
export function RadioField<T extends string>({ label, options, value, disabled, onChange }: Props<T>) {
  return (
    <Field label={label} description={options.find((option) => option.value === value)?.description} noMargin>
      <RadioButtonGroup aria-label={label} options={options} value={value} disabled={disabled} onChange={onChange} />
    </Field>
  );
}
