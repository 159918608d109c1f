import { Combobox, Field } from '@grafana/ui';
import type { QueryType } from '@soundcheck/query';
import React from 'react';
import { t } from '../i18n/translate.ts';
import { isQueryType, kindOf, kinds } from '../query/kinds.ts';
import { picked } from './picked.ts';

interface Props {
  id: string;
  value: QueryType;
  onChange: (kind: QueryType) => void;
}

export function KindField({ id, value, onChange }: Props) {
  const options = Object.entries(kinds).flatMap(([key, { label, description }]) =>
    isQueryType(key) ? [{ value: key, label: label(), description: description() }] : []
  );
  return (
    <Field label={t('editor.kind', 'Kind')} description={kindOf(value)?.description()} noMargin>
      <Combobox
        id={id}
        options={options}
        value={value}
        width={32}
        onChange={picked<QueryType>((kind) => kind && onChange(kind))}
      />
    </Field>
  );
}
