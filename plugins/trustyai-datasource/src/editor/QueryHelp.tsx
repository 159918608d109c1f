import type { QueryEditorHelpProps } from '@grafana/data';
import { Button, Stack, Text } from '@grafana/ui';
import { catalogueEntries } from '@soundcheck/query';
import React from 'react';
import { t } from '../i18n/translate.ts';
import { describeQuery } from '../query/describe.ts';
import { isQueryType, kinds } from '../query/kinds.ts';
import { migrate, QUERY_VERSION } from '../query/migrate.ts';
import type { TrustyDataQuery } from '../query/types.ts';

type Example = Omit<TrustyDataQuery, 'refId' | 'version'>;

/** Queries to start from; the model stays to be chosen. */
function examples(): Array<{ purpose: string; query: Example }> {
  return [
    {
      purpose: t('help.scores', 'How far is every feature from its reference, over time?'),
      query: { queryType: 'scores', metric: 'ks' },
    },
    {
      purpose: t('help.verdict', 'For an alert rule: 1 for every feature that has drifted'),
      query: { queryType: 'latest', metric: 'ks', output: 'verdict', role: 'input' },
    },
    {
      purpose: t('help.over-limit', 'For a gauge: how near is each feature to its limit?'),
      query: { queryType: 'latest', metric: 'compare-means', output: 'value over limit' },
    },
    {
      purpose: t('help.compute', 'Statistic, p-value and sizes of the last 500 rows, now'),
      query: { queryType: 'compute', metric: 'ks', batchSize: 500, table: true },
    },
    {
      purpose: t('help.distribution', 'What did the reference look like?'),
      query: { queryType: 'distribution', side: 'reference' },
    },
    {
      purpose: t('help.schedules', 'Is everything scheduled that should be, and is it published?'),
      query: { queryType: 'schedules' },
    },
    {
      purpose: t('help.events', 'For annotations: drift that lasted for 2 of 3 steps'),
      query: { queryType: 'events', metric: 'ks', events: ['drift'], persistence: { need: 2, of: 3 } },
    },
  ];
}

/** The help page of the query editor: examples to take over, the kinds, and what the metrics ask. */
export function QueryHelp({ query, onClickExample }: QueryEditorHelpProps<TrustyDataQuery>) {
  const use = (example: Example) =>
    onClickExample({
      refId: query?.refId ?? 'A',
      ...(query?.datasource ? { datasource: query.datasource } : {}),
      ...(query?.model ? { model: migrate(query).model } : {}),
      ...example,
      version: QUERY_VERSION,
    });
  return (
    <Stack direction="column" gap={2}>
      <Text element="h2">{t('help.examples', 'Examples')}</Text>
      {examples().map(({ purpose, query: example }) => (
        <Stack key={purpose} direction="column" gap={0.5} alignItems="flex-start">
          <Text element="p">{purpose}</Text>
          <Button variant="secondary" size="sm" onClick={() => use(example)}>
            {describeQuery({ refId: 'A', ...example })}
          </Button>
        </Stack>
      ))}
      <Text element="h2">{t('help.kinds', 'Kinds')}</Text>
      <dl>
        {Object.keys(kinds)
          .filter(isQueryType)
          .map((kind) => (
            <React.Fragment key={kind}>
              <dt>{kinds[kind].label()}</dt>
              <dd>{kinds[kind].description()}</dd>
            </React.Fragment>
          ))}
      </dl>
      <Text element="h2">{t('help.metrics', 'Metrics')}</Text>
      <dl>
        {catalogueEntries.map(({ key, label, sentence, java, python }) => (
          <React.Fragment key={key}>
            <dt>{label}</dt>
            <dd>
              {sentence}
              {java && <p>{t('help.java', 'Java publishes: {{meaning}}.', { meaning: java.meaning.label })}</p>}
              {python && <p>{t('help.python', 'Python publishes: {{meaning}}.', { meaning: python.meaning.label })}</p>}
            </dd>
          </React.Fragment>
        ))}
      </dl>
      <Text element="p">
        {t(
          'help.variables',
          'Every field takes dashboard variables such as $model. With several values of a model variable, scores over time ask for all at once; latest, columns, tags, schedules and request volume ask the service once for each.'
        )}
      </Text>
    </Stack>
  );
}
