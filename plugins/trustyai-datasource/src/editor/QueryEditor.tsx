import { CoreApp, type QueryEditorProps } from '@grafana/data';
import { Alert, Field, Stack, Switch } from '@grafana/ui';
import React, { useId, useState } from 'react';
import type { DataSource } from '../datasource.ts';
import { t } from '../i18n/translate.ts';
import { queryFromJson, queryToJson } from '../query/decode-json.ts';
import { kindOf } from '../query/kinds.ts';
import { migrate } from '../query/migrate.ts';
import type { TrustyDataQuery, TrustyJsonData } from '../query/types.ts';
import { maySchedule } from '../schedules/permission.ts';
import { ScheduleManager } from '../schedules/ScheduleManager.tsx';
import { JsonText } from './JsonText.tsx';
import { KindField } from './KindField.tsx';
import { QueryFields } from './QueryFields.tsx';

type Props = QueryEditorProps<DataSource, TrustyDataQuery, TrustyJsonData>;

function isRule(app: string | undefined): boolean {
  return app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting;
}

/** Why a rule cannot use this query, said before it is saved. */
function RuleProblem({ query, datasource }: { query: TrustyDataQuery; datasource: DataSource }) {
  const { oauthPassThru, keepCookies = [] } = datasource.settings;
  if (oauthPassThru || keepCookies.length > 0) {
    return (
      <Alert severity="warning" title={t('editor.rule.identity-title', 'Rules cannot use this data source')}>
        {t(
          'editor.rule.identity',
          'It forwards the identity of whoever looks, and a rule has no user. Use a data source with a token of its own.'
        )}
      </Alert>
    );
  }
  const gets = kindOf(query.queryType)?.inRules;
  if (gets === 'numbers') {
    return null;
  }
  return (
    <Alert severity="warning" title={t('editor.rule.kind-title', 'Rules cannot use this kind')}>
      {gets === 'table'
        ? t('editor.rule.table', 'It gives a table, and a rule compares numbers. Choose “Latest” here.')
        : t(
            'editor.rule.browser',
            'It is read by the browser from the linked Prometheus. Choose “Latest” here, or write the rule on Prometheus.'
          )}
    </Alert>
  );
}

/** The saved query is the only state: every choice is written at once and run. */
export function QueryEditor({ app, datasource, query: saved, onChange, onRunQuery }: Props) {
  const id = useId();
  const [json, showJson] = useState(false);
  const query = migrate(saved);
  const write = (next: TrustyDataQuery) => {
    onChange(next);
    onRunQuery();
  };
  const change = (patch: Partial<TrustyDataQuery>) => write({ ...query, ...patch });
  return (
    <Stack direction="column" gap={2}>
      <Stack direction="row" gap={2} alignItems="flex-start" justifyContent="space-between">
        <KindField id={`${id}-kind`} value={query.queryType} onChange={(queryType) => change({ queryType })} />
        <Field label={t('editor.json.label', 'JSON')} noMargin>
          <Switch id={`${id}-json`} value={json} onChange={(event) => showJson(event.currentTarget.checked)} />
        </Field>
      </Stack>
      {isRule(app) && <RuleProblem query={query} datasource={datasource} />}
      {json ? (
        <JsonText
          id={`${id}-text`}
          label={t('editor.json.query', 'Query')}
          description={t('editor.json.description', 'As it is saved; written when you leave the field')}
          json={queryToJson(query)}
          decode={(text) => queryFromJson(text, query)}
          onChange={write}
        />
      ) : (
        <QueryFields key={query.queryType} id={id} datasource={datasource} query={query} change={change} />
      )}
      {query.queryType === 'schedules' && maySchedule(datasource.settings) && (
        <ScheduleManager datasource={datasource} query={query} onChanged={onRunQuery} />
      )}
    </Stack>
  );
}
