import { Combobox, Field } from '@grafana/ui';
import { catalogue, catalogueEntries, isMetricKey, type Meaning } from '@soundcheck/query';
import React from 'react';
import type { DataSource } from '../datasource.ts';
import { t } from '../i18n/translate.ts';
import { listMetrics } from '../query/resources.ts';
import { picked } from './picked.ts';
import { useListed } from './use-listed.ts';

interface Props {
  id: string;
  datasource: DataSource;
  value: string | undefined;
  /** Some kinds may ask for all. */
  isClearable: boolean;
  onChange: (metric: string | undefined) => void;
}

/** What the number means where the dialect is unknown: both readings, because they are opposite. */
function bothMeanings(metric: string): string {
  if (!isMetricKey(metric)) {
    return '';
  }
  const { java, python } = catalogue[metric];
  const say = (who: string, meaning: Meaning | undefined) =>
    meaning ? `${who}: ${meaning.label}. ${meaning.sentence}` : '';
  return java?.meaning.valueIs === python?.meaning.valueIs
    ? `${java?.meaning.label ?? ''}. ${java?.meaning.sentence ?? ''}`
    : [say('Java', java?.meaning), say('Python', python?.meaning)].filter(Boolean).join(' ');
}

/** Metrics come from the catalogue; the service narrows them to those it offers and tells what its numbers mean. */
export function MetricField({ id, datasource, value, isClearable, onChange }: Props) {
  const offered = useListed('metrics', () => listMetrics(datasource.readResource));
  const known = offered.state === 'ready' && offered.items.length > 0 ? offered.items : undefined;
  const entries = catalogueEntries.filter(({ key }) => known === undefined || known.some((one) => one.key === key));
  const options = [
    ...entries.map(({ key, label, sentence }) => ({ value: String(key), label, description: sentence })),
    ...datasource.variableOptions(),
  ];
  const meaning =
    known?.find(({ key }) => key === value)?.valueSentence ??
    (value ? bothMeanings(value) : t('editor.every-metric', 'Every metric that is published'));
  const shared = { id, options, width: 32, placeholder: t('editor.all-metrics', 'All metrics') };
  return (
    <Field label={t('editor.metric', 'Metric')} description={meaning} noMargin>
      {isClearable ? (
        <Combobox {...shared} value={value ?? null} isClearable onChange={picked(onChange)} />
      ) : (
        <Combobox {...shared} value={value} onChange={picked(onChange)} />
      )}
    </Field>
  );
}
