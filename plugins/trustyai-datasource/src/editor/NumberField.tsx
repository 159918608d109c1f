import { Field, Input } from '@grafana/ui';
import React, { useState } from 'react';
import { t } from '../i18n/translate.ts';
import type { NumberOrVariable } from '../query/types.ts';

interface Props {
  id: string;
  label: string;
  description: string;
  placeholder?: string;
  value: NumberOrVariable | undefined;
  /** What is wrong with a number, in words; variables are not looked into. */
  problem: (value: number) => string | undefined;
  disabled?: boolean;
  onChange: (value: NumberOrVariable | undefined) => void;
}

/** The text as a number, or as it is where it holds a variable. */
function read(text: string): NumberOrVariable | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed.includes('$') ? trimmed : Number(trimmed);
}

/** A number or a variable; what is neither is said and not saved. */
export function NumberField({ id, label, description, placeholder, value, problem, disabled, onChange }: Props) {
  const [wrong, setWrong] = useState<string>();
  const commit = (text: string) => {
    const next = read(text);
    const sentence =
      typeof next !== 'number'
        ? undefined
        : Number.isFinite(next)
          ? problem(next)
          : t('number.none', 'A number, or a variable such as $rows');
    setWrong(sentence);
    if (sentence === undefined && next !== value) {
      onChange(next);
    }
  };
  return (
    <Field label={label} description={description} invalid={wrong !== undefined} error={wrong} noMargin>
      <Input
        key={String(value)}
        id={id}
        defaultValue={value ?? ''}
        placeholder={placeholder}
        width={16}
        disabled={disabled}
        onBlur={(event) => commit(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && commit(event.currentTarget.value)}
      />
    </Field>
  );
}

export function wholeAboveZero(value: number): string | undefined {
  return Number.isInteger(value) && value > 0 ? undefined : t('number.whole', 'A whole number above 0');
}

export function level(value: number): string | undefined {
  return value > 0 && value < 1 ? undefined : t('number.level', 'A level between 0 and 1, such as 0.05');
}

export function anyNumber(): undefined {
  return undefined;
}
