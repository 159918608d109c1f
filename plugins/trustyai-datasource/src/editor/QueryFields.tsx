import { Field, Input, Stack, Switch } from '@grafana/ui';
import { catalogue, isMetricKey } from '@soundcheck/query';
import React, { type ReactNode } from 'react';
import type { DataSource } from '../datasource.ts';
import { t } from '../i18n/translate.ts';
import { wantedFromJson } from '../query/decode-json.ts';
import { kindOf, type QueryField } from '../query/kinds.ts';
import type { TrustyDataQuery } from '../query/types.ts';
import { EventsFields } from './EventsFields.tsx';
import { FairnessFields } from './FairnessFields.tsx';
import { FeaturesField } from './FeaturesField.tsx';
import { JsonText } from './JsonText.tsx';
import { JudgementFields } from './JudgementFields.tsx';
import { MetricField } from './MetricField.tsx';
import { ModelField } from './ModelField.tsx';
import { NumberField, wholeAboveZero } from './NumberField.tsx';
import { OutputField } from './OutputField.tsx';
import { RadioField } from './RadioField.tsx';
import { ReferenceField } from './ReferenceField.tsx';

interface Props {
  id: string;
  datasource: DataSource;
  query: TrustyDataQuery;
  change: (patch: Partial<TrustyDataQuery>) => void;
}

const WANTED_EXAMPLE = '[{ "model": "$model", "metric": "ks", "referenceTag": "TRAINING", "batchSize": 500 }]';

/** Some fields depend on the metric: groups belong to fairness, a reference to drift. */
function applies(field: QueryField, { metric }: TrustyDataQuery): boolean {
  const kind = metric && isMetricKey(metric) ? catalogue[metric].kind : undefined;
  switch (field) {
    case 'fairness':
      return kind === 'fairness';
    case 'reference':
      return kind === undefined || kind === 'drift';
    default:
      return true;
  }
}

function SideField({ query, change }: Pick<Props, 'query' | 'change'>) {
  const options = [
    {
      value: 'both' as const,
      label: t('editor.side.both', 'Both'),
      description: t('editor.side.both-text', 'Reference and current rows'),
    },
    {
      value: 'reference' as const,
      label: t('editor.side.reference', 'Reference'),
      description: t('editor.side.reference-text', 'What current data is compared with'),
    },
    {
      value: 'current' as const,
      label: t('editor.side.current', 'Current'),
      description: t('editor.side.current-text', 'The last rows stored'),
    },
  ];
  return (
    <RadioField
      label={t('editor.side.label', 'Side')}
      options={options}
      value={query.side ?? 'both'}
      onChange={(side) => change({ side: side === 'both' ? undefined : side })}
    />
  );
}

/** The namespace is text: Prometheus could list it, but not the service. */
function NamespaceField({ id, datasource, query, change }: Props) {
  return (
    <Field
      label={t('editor.namespace.label', 'Namespace')}
      description={t('editor.namespace.description', 'Label of the series in Prometheus; empty: as in the settings')}
      noMargin
    >
      <Input
        id={`${id}-namespace`}
        defaultValue={query.namespace ?? ''}
        placeholder={datasource.settings.namespace ?? t('editor.namespace.all', 'every namespace')}
        width={24}
        onBlur={(event) => change({ namespace: event.currentTarget.value.trim() || undefined })}
      />
    </Field>
  );
}

const fields: Readonly<Record<QueryField, (props: Props) => ReactNode>> = {
  model: ({ id, datasource, query, change }) => (
    <ModelField
      id={`${id}-model`}
      datasource={datasource}
      value={query.model}
      emptyMeans={kindOf(query.queryType)?.needs.includes('model') ? undefined : t('editor.all-models', 'All models')}
      onChange={(model) => change({ model })}
    />
  ),
  metric: ({ id, datasource, query, change }) => (
    <MetricField
      id={`${id}-metric`}
      datasource={datasource}
      value={query.metric}
      isClearable={!kindOf(query.queryType)?.needs.includes('metric')}
      onChange={(metric) => change({ metric })}
    />
  ),
  features: ({ id, datasource, query, change }) => (
    <FeaturesField
      id={`${id}-features`}
      datasource={datasource}
      model={query.model}
      features={query.features}
      role={query.role}
      onChange={change}
    />
  ),
  reference: ({ id, datasource, query, change }) => (
    <ReferenceField
      id={`${id}-reference`}
      datasource={datasource}
      model={query.model}
      value={query.referenceTag}
      onChange={(referenceTag) => change({ referenceTag })}
    />
  ),
  batch: ({ id, query, change }) => (
    <NumberField
      id={`${id}-window`}
      label={t('editor.window.label', 'Window')}
      description={t('editor.window.description', 'Rows on the current side: the last ones stored')}
      placeholder={t('editor.window.default', 'up to 500')}
      value={query.batchSize}
      problem={wholeAboveZero}
      onChange={(batchSize) => change({ batchSize })}
    />
  ),
  fairness: ({ id, datasource, query, change }) => (
    <FairnessFields
      id={id}
      datasource={datasource}
      model={query.model}
      value={query.fairness}
      onChange={(fairness) => change({ fairness })}
    />
  ),
  judgement: ({ id, query, change }) => (
    <JudgementFields id={id} metric={query.metric} alpha={query.alpha} limit={query.limit} onChange={change} />
  ),
  output: ({ query, change }) => <OutputField value={query.output} onChange={(output) => change({ output })} />,
  table: ({ id, query, change }) => (
    <Field
      label={t('editor.table.label', 'As one table')}
      description={t('editor.table.description', 'A line for each feature, instead of a frame')}
      noMargin
    >
      <Switch
        id={`${id}-table`}
        value={query.table ?? false}
        onChange={(event) => change({ table: event.currentTarget.checked || undefined })}
      />
    </Field>
  ),
  namespace: (props) => <NamespaceField {...props} />,
  side: (props) => <SideField {...props} />,
  maxRows: ({ id, query, change }) => (
    <NumberField
      id={`${id}-max-rows`}
      label={t('editor.max-rows.label', 'At most')}
      description={t('editor.max-rows.description', 'Rows of each side')}
      placeholder={String(5000)}
      value={query.maxRows}
      problem={wholeAboveZero}
      onChange={(maxRows) => change({ maxRows })}
    />
  ),
  wanted: ({ id, query, change }) => (
    <JsonText
      id={`${id}-wanted`}
      label={t('editor.wanted.label', 'Wanted')}
      description={t(
        'editor.wanted.description',
        'What should be scheduled, as a JSON list: the table shows what of it is missing'
      )}
      json={query.wanted ? JSON.stringify(query.wanted, undefined, 2) : ''}
      placeholder={WANTED_EXAMPLE}
      decode={wantedFromJson}
      onChange={(wanted) => change({ wanted })}
    />
  ),
  events: ({ id, query, change }) => (
    <EventsFields id={id} events={query.events} persistence={query.persistence} onChange={change} />
  ),
};

/** Exactly the fields that the query's kind uses. */
export function QueryFields(props: Props) {
  const used = kindOf(props.query.queryType)?.fields.filter((field) => applies(field, props.query)) ?? [];
  return (
    <Stack direction="row" gap={2} wrap="wrap" alignItems="flex-start">
      {used.map((field) => (
        <React.Fragment key={field}>{fields[field](props)}</React.Fragment>
      ))}
    </Stack>
  );
}
