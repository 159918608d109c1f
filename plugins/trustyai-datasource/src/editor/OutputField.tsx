import type { LatestOutput } from '@soundcheck/query';
import React from 'react';
import { t } from '../i18n/translate.ts';
import { RadioField } from './RadioField.tsx';

interface Props {
  value: LatestOutput | undefined;
  onChange: (output: LatestOutput | undefined) => void;
}

/** What the one number of `latest` is; a rule needs exactly one. */
export function OutputField({ value, onChange }: Props) {
  const options: Array<{ value: LatestOutput | 'all'; label: string; description: string }> = [
    {
      value: 'all',
      label: t('editor.output.all', 'All'),
      description: t('editor.output.all-text', 'Value, limit and sizes of both sides; alert rules get the value alone'),
    },
    {
      value: 'verdict',
      label: t('editor.output.verdict', 'Verdict'),
      description: t('editor.output.verdict-text', '1 is drift, 0 is no drift, empty where it cannot be judged'),
    },
    {
      value: 'value',
      label: t('editor.output.value', 'Value'),
      description: t('editor.output.value-text', 'The number as the service publishes it: mind which way drift lies'),
    },
    {
      value: 'value over limit',
      label: t('editor.output.ratio', 'Value over limit'),
      description: t(
        'editor.output.ratio-text',
        '1 is the limit and more means drift, whatever the metric’s direction'
      ),
    },
  ];
  return (
    <RadioField
      label={t('editor.output.label', 'Output')}
      options={options}
      value={value ?? 'all'}
      onChange={(output) => onChange(output === 'all' ? undefined : output)}
    />
  );
}
