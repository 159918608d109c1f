import { ConfigSection } from '@grafana/plugin-ui';
import { Field, Input, Stack } from '@grafana/ui';
import type { Settings } from '@soundcheck/query';
import React from 'react';
import { NumberField, wholeAboveZero } from '../editor/NumberField.tsx';
import { RadioField } from '../editor/RadioField.tsx';
import { t } from '../i18n/translate.ts';
import type { TrustyJsonData } from '../query/types.ts';
import type { Options } from './headers.ts';
import { LOKI, PROMETHEUS } from './linked.ts';
import { LinkedSource } from './LinkedSource.tsx';

interface Props {
  options: Options;
  onOptionsChange: (options: Options) => void;
}

type Dialect = NonNullable<Settings['dialect']>;
type Scheduling = NonNullable<Settings['scheduling']>;

function dialects(): Array<{ value: Dialect; label: string; description: string }> {
  return [
    {
      value: 'detect',
      label: t('config.dialect.detect', 'Detect'),
      description: t('config.dialect.detect-text', 'The service is asked; right unless it hides its paths'),
    },
    {
      value: 'java',
      label: t('config.dialect.java', 'Java'),
      description: t(
        'config.dialect.java-text',
        'trustyai-explainability: it publishes p-values, where low means drift'
      ),
    },
    {
      value: 'python',
      label: t('config.dialect.python', 'Python'),
      description: t('config.dialect.python-text', 'trustyai-service: it publishes statistics, where high means drift'),
    },
  ];
}

function schedulings(): Array<{ value: Scheduling; label: string; description: string }> {
  return [
    {
      value: 'off',
      label: t('config.scheduling.off', 'Off'),
      description: t('config.scheduling.off-text', 'Nobody can change anything on the service through Grafana'),
    },
    {
      value: 'editors',
      label: t('config.scheduling.editors', 'Editors'),
      description: t(
        'config.scheduling.editors-text',
        'Editors and administrators may create and delete metric schedules from the query editor: the service then computes them every few seconds. Nothing else can be written, and viewers cannot write at all'
      ),
    },
  ];
}

/** What the data source has to know of its service beside the connection. */
export function ServiceSettings({ options, onOptionsChange }: Props) {
  const { jsonData } = options;
  // Of a provisioned data source Grafana saves nothing.
  const disabled = options.readOnly;
  const change = (patch: Partial<TrustyJsonData>) =>
    onOptionsChange({ ...options, jsonData: { ...jsonData, ...patch } });
  return (
    <ConfigSection
      title={t('config.service.title', 'Service')}
      description={t('config.service.description', 'Which service this is, and where its numbers are kept over time.')}
    >
      <Stack direction="column" gap={2}>
        <LinkedSource
          id="trustyai-prometheus"
          linked={PROMETHEUS}
          description={t(
            'config.prometheus.description',
            'The data source that scrapes this service’s /q/metrics: scores over time and drift events come from there'
          )}
          noneMeans={t('config.prometheus.none', 'None: no scores over time')}
          uid={jsonData.prometheusUid}
          disabled={disabled}
          onChange={(prometheusUid) => change({ prometheusUid })}
        />
        <LinkedSource
          id="trustyai-loki"
          linked={LOKI}
          description={t(
            'config.loki.description',
            'The data source that holds the logs of the models’ namespace: points of a chart link to the logs around them'
          )}
          noneMeans={t('config.loki.none', 'None: no links to logs')}
          uid={jsonData.lokiUid}
          disabled={disabled}
          onChange={(lokiUid) => change({ lokiUid })}
        />
        <Field
          label={t('config.namespace.label', 'Namespace')}
          htmlFor="trustyai-namespace"
          description={t(
            'config.namespace.description',
            'Namespace label of this service’s series in Prometheus and of its pods’ logs; without it, equal model names of other namespaces appear too'
          )}
          noMargin
        >
          <Input
            id="trustyai-namespace"
            width={40}
            value={jsonData.namespace ?? ''}
            disabled={disabled}
            onChange={(event) => change({ namespace: event.currentTarget.value || undefined })}
          />
        </Field>
        <RadioField
          label={t('config.dialect.label', 'Dialect')}
          options={dialects()}
          value={jsonData.dialect ?? 'detect'}
          disabled={disabled}
          onChange={(dialect) => change({ dialect })}
        />
        {jsonData.dialect !== 'python' && (
          <NumberField
            id="trustyai-batch-limit"
            label={t('config.batch-limit.label', 'Batch limit')}
            description={t(
              'config.batch-limit.description',
              'Java only: the SERVICE_BATCH_SIZE that the service was started with. With more stored rows than that it pairs tags with the wrong rows, and the data source warns'
            )}
            placeholder={String(5000)}
            value={jsonData.serviceBatchSize}
            disabled={disabled}
            problem={wholeAboveZero}
            onChange={(rows) => change({ serviceBatchSize: typeof rows === 'number' ? rows : undefined })}
          />
        )}
        <RadioField
          label={t('config.scheduling.label', 'Scheduling from Grafana')}
          options={schedulings()}
          value={jsonData.scheduling ?? 'off'}
          disabled={disabled}
          onChange={(scheduling) => change({ scheduling })}
        />
      </Stack>
    </ConfigSection>
  );
}
