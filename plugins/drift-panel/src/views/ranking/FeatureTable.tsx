import React, { memo } from 'react';
import { dateTimeFormat } from '@grafana/data';
import { t } from '../../i18n/translate.ts';
import type { FeatureReport } from '../../report/report.ts';
import { HiddenTable } from '../marks/HiddenTable.tsx';
import type { Scene } from '../scene.ts';

/** More rows than anyone reads aloud, and few enough to stay unnoticed in the page. */
export const MOST_TABLE_ROWS = 200;

interface Props extends Pick<Scene, 'label' | 'timeZone'> {
  /** In the order of the picture. */
  features: readonly FeatureReport[];
}

/** What the rows show, as a table for screen readers. */
export const FeatureTable = memo(function FeatureTable({ label, timeZone, features }: Props) {
  const count = (n: number | undefined) => (n === undefined ? '–' : String(n));
  const rows = features
    .slice(0, MOST_TABLE_ROWS)
    .map((feature) => [
      label(feature.feature),
      feature.state,
      feature.effectText,
      feature.pText,
      `${count(feature.result.nReference)} v ${count(feature.result.nCurrent)}`,
      feature.since === undefined ? '–' : dateTimeFormat(feature.since, { timeZone, format: 'ddd D MMM YYYY HH:mm' }),
      [feature.why, ...feature.flags].join('; '),
    ]);
  const all = features.length;
  return (
    <HiddenTable
      caption={
        all > rows.length
          ? t('table.some', 'Drift of the first {{shown}} of {{all}} features; the list holds all of them', {
              shown: rows.length,
              all,
            })
          : t('table.all', 'Drift of each feature')
      }
      columns={[
        t('table.feature', 'Feature'),
        t('table.state', 'State'),
        t('table.effect', 'Effect ÷ limit'),
        t('table.p', 'Adjusted p'),
        t('table.n', 'Rows, reference v current'),
        t('table.since', 'Since'),
        t('table.why', 'Why'),
      ]}
      rows={rows}
    />
  );
});
