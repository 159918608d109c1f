import React from 'react';
import { dateTimeFormat } from '@grafana/data';
import { t } from '../../i18n/translate.ts';
import type { OverTime } from '../../report/history.ts';
import { HiddenTable } from '../marks/HiddenTable.tsx';
import type { Line } from '../marks/MarkLines.tsx';
import { kindOf, kindText } from './state-runs.ts';
import { tableColumns } from './lines.ts';

interface Props {
  overTime: OverTime;
  /** The feature as it is called on the dashboard. */
  name: string;
  lines: readonly Line[];
  timeZone: string;
}

/** A chart over time in words: its points and what happened, in the order of time. */
export function OverTimeTable({ overTime, name, lines, timeZone }: Props) {
  const time = (at: number | undefined) => (at === undefined ? '' : dateTimeFormat(at, { timeZone }));
  const points = overTime.points.map((point) => {
    const kind = kindOf(point);
    const state = kind ? kindText(kind).long : t('over-time.within', 'within the limit');
    return { at: point.from, row: [time(point.from), time(point.to), point.title, state] };
  });
  const events = lines.map((line) => ({ at: line.time, row: [time(line.time), time(line.end), line.text, ''] }));
  const rows = [...points, ...events].sort((a, b) => a.at - b.at).map(({ row }) => row);
  const about = [overTime.limitLabel, overTime.referenceBand?.text ?? ''].filter(Boolean).join(', ');
  return (
    <HiddenTable
      caption={t('over-time.caption', '{{name}}: {{title}} over time. {{about}}', {
        name,
        title: overTime.title,
        about,
      })}
      columns={tableColumns()}
      rows={rows}
    />
  );
}
