import { CoreApp, type QueryEditorProps } from '@grafana/data';
import { Alert, Field, Input, RadioButtonGroup, Stack } from '@grafana/ui';
import { catalogue, isMetricKey } from '@soundcheck/query';
import React, { useId } from 'react';
import type { DataSource } from '../datasource.ts';
import { kinds, withDefaults } from '../query/describe.ts';
import type { TrustyDataQuery, TrustyJsonData } from '../query/types.ts';
import { FairnessFields } from './FairnessFields.tsx';
import { FeaturesField } from './FeaturesField.tsx';
import { MetricField } from './MetricField.tsx';
import { ModelField } from './ModelField.tsx';
import { ReferenceField } from './ReferenceField.tsx';

type Props = QueryEditorProps<DataSource, TrustyDataQuery, TrustyJsonData>;

const kindOptions = kinds.map(({ value, label, description }) => ({ value, label, description }));

function isRule(app: string | undefined): boolean {
  return app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting;
}

/** The window as a number, or as a variable where it is one. */
function windowOf(text: string): number | string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed.includes('$') ? trimmed : Number(trimmed);
}

/** The saved query is the only state: every choice is written at once and run. */
export function QueryEditor({ app, datasource, query: saved, onChange, onRunQuery }: Props) {
  const id = useId();
  const query = withDefaults(saved);
  const { queryType, metric, model } = query;
  const change = (patch: Partial<TrustyDataQuery>) => {
    onChange({ ...query, ...patch });
    onRunQuery();
  };
  const kind = metric && isMetricKey(metric) ? catalogue[metric].kind : 'drift';
  const window = query.batchSize === undefined ? '' : String(query.batchSize);
  const windowWrong =
    typeof query.batchSize === 'number' && !(Number.isInteger(query.batchSize) && query.batchSize > 0);

  return (
    <Stack direction="column" gap={2}>
      <Field label="Kind" description={kinds.find(({ value }) => value === queryType)?.description} noMargin>
        <RadioButtonGroup options={kindOptions} value={queryType} onChange={(value) => change({ queryType: value })} />
      </Field>
      {queryType === 'scores' && isRule(app) && (
        <Alert severity="warning" title="Rules cannot use scores over time">
          They are read by the browser from the linked Prometheus. Choose “Latest” here, or write the rule on
          Prometheus.
        </Alert>
      )}
      {queryType !== 'models' && (
        <Stack direction="row" gap={2} wrap="wrap" alignItems="flex-start">
          <ModelField
            id={`${id}-model`}
            datasource={datasource}
            value={model}
            emptyMeans={queryType === 'compute' ? undefined : 'All models'}
            onChange={(value) => change({ model: value })}
          />
          <MetricField
            id={`${id}-metric`}
            datasource={datasource}
            value={metric}
            isClearable={queryType === 'latest'}
            onChange={(value) => change({ metric: value })}
          />
          <FeaturesField
            id={`${id}-features`}
            datasource={datasource}
            model={model}
            value={query.features ?? []}
            onChange={(features) => change({ features })}
          />
          {kind === 'drift' && queryType !== 'latest' && (
            <ReferenceField
              id={`${id}-reference`}
              datasource={datasource}
              model={model}
              value={query.referenceTag}
              onChange={(referenceTag) => change({ referenceTag })}
            />
          )}
          {queryType === 'compute' && (
            <Field
              label="Window"
              description="Rows compared: the last ones stored"
              invalid={windowWrong}
              error="A whole number above 0"
              noMargin
            >
              <Input
                id={`${id}-window`}
                defaultValue={window}
                placeholder="up to 500"
                width={16}
                onBlur={(event) => change({ batchSize: windowOf(event.currentTarget.value) })}
              />
            </Field>
          )}
        </Stack>
      )}
      {queryType === 'compute' && kind === 'fairness' && (
        <FairnessFields id={id} value={query.fairness} onChange={(fairness) => change({ fairness })} />
      )}
    </Stack>
  );
}
