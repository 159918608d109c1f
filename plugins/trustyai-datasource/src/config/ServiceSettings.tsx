import { DataSourcePicker } from '@grafana/runtime';
import { ConfigSection } from '@grafana/plugin-ui';
import { Field, Input, RadioButtonGroup } from '@grafana/ui';
import type { Settings } from '@soundcheck/query';
import React from 'react';
import type { TrustyJsonData } from '../query/types.ts';
import type { Options } from './bearer-token.ts';

interface Props {
  options: Options;
  onOptionsChange: (options: Options) => void;
}

const dialects: Array<{ value: NonNullable<Settings['dialect']>; label: string; description: string }> = [
  { value: 'detect', label: 'Detect', description: 'Ask the service' },
  { value: 'java', label: 'Java', description: 'trustyai-explainability' },
  { value: 'python', label: 'Python', description: 'trustyai-service' },
];

/** What the data source has to know of its service beside the connection. */
export function ServiceSettings({ options, onOptionsChange }: Props) {
  const { jsonData } = options;
  const change = (patch: Partial<TrustyJsonData>) =>
    onOptionsChange({ ...options, jsonData: { ...jsonData, ...patch } });
  return (
    <ConfigSection title="Service" description="Which service this is, and where its numbers are kept over time.">
      <Field
        label="Prometheus"
        htmlFor="trustyai-prometheus"
        description="The Prometheus data source that scrapes this service's /q/metrics: scores over time come from there"
      >
        <DataSourcePicker
          inputId="trustyai-prometheus"
          type="prometheus"
          current={jsonData.prometheusUid ?? null}
          noDefault
          width={40}
          placeholder="None: no scores over time"
          onChange={({ uid }) => change({ prometheusUid: uid })}
          onClear={() => change({ prometheusUid: undefined })}
        />
      </Field>
      <Field
        label="Namespace"
        htmlFor="trustyai-namespace"
        description="Namespace label of this service's series in Prometheus; without it, equal model names of other namespaces appear too"
      >
        <Input
          id="trustyai-namespace"
          width={40}
          value={jsonData.namespace ?? ''}
          onChange={(event) => change({ namespace: event.currentTarget.value || undefined })}
        />
      </Field>
      <Field
        label="Dialect"
        description="Java and Python publish opposite numbers under one name: detect it unless the service hides its paths"
      >
        <RadioButtonGroup
          options={dialects}
          value={jsonData.dialect ?? 'detect'}
          onChange={(dialect) => change({ dialect })}
        />
      </Field>
    </ConfigSection>
  );
}
