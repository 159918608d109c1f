import { DataSourceTestSucceeded } from '@grafana/data';
import { getAppEvents, getDataSourceSrv } from '@grafana/runtime';
import { Alert } from '@grafana/ui';
import type { ServiceReport as Report } from '@soundcheck/query';
import React, { useEffect, useState } from 'react';
import { DataSource } from '../datasource.ts';
import { t } from '../i18n/translate.ts';
import { modelRows } from '../query/resources.ts';

async function readReport(uid: string): Promise<Report | undefined> {
  const datasource = await getDataSourceSrv().get({ uid });
  return datasource instanceof DataSource ? datasource.readResource('service') : undefined;
}

/** After *Save & test* succeeded: what the service has, and what about it will surprise. */
export function ServiceReport({ uid }: { uid: string }) {
  const [report, setReport] = useState<Report>();
  useEffect(() => {
    let current = true;
    const tested = getAppEvents().subscribe(DataSourceTestSucceeded, () => {
      // The message of the test stands by itself: a report that fails adds nothing to it.
      readReport(uid).then(
        (read) => current && setReport(read),
        () => current && setReport(undefined)
      );
    });
    return () => {
      current = false;
      tested.unsubscribe();
    };
  }, [uid]);
  if (!report) {
    return null;
  }
  const { family, models, schedules, missingMetrics, warnings } = report;
  return (
    <Alert
      severity={warnings.length > 0 ? 'warning' : 'info'}
      title={t('config.report.title', 'What this service has: {{family}}', { family })}
    >
      <ul>
        {models.map((model) => (
          <li key={model.id}>
            {model.id}: {modelRows(model)}
          </li>
        ))}
        <li>{t('config.report.schedules', 'Schedules: {{schedules}}', { schedules })}</li>
        {missingMetrics.length > 0 && (
          <li>{t('config.report.missing', 'Not offered: {{metrics}}', { metrics: missingMetrics.join(', ') })}</li>
        )}
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Alert>
  );
}
