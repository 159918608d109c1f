import React, { memo } from 'react';
import { dateTimeFormat } from '@grafana/data';
import { t } from '../../i18n/translate.ts';
import type { OverTime } from '../../report/history.ts';
import { HiddenTable } from '../marks/HiddenTable.tsx';
import type { Line } from '../marks/MarkLines.tsx';
import { kindOf, kindText } from './state-runs.ts';

interface Props {
  overTime: OverTime;
  /** The feature as it is called on the dashboard. */
  name: string;
  lines: readonly Line[];
  timeZone: string;
}

/** A chart over time in words: its points, whose titles begin with their times, and what happened between them. */
export const OverTimeTable = memo(function OverTimeTable({ overTime, name, lines, timeZone }: Props) {
  const points = overTime.points.map((point) => {
    const kind = kindOf(point);
    const state = kind ? kindText(kind).long : t('over-time.within', 'within the limit');
    return { at: point.from, row: [point.title, state] };
  });
  const events = lines.map(({ time, end, text }) => {
    const when = [time, ...(end === undefined ? [] : [end])].map((at) => dateTimeFormat(at, { timeZone }));
    return { at: time, row: [`${when.join('–')}: ${text}`, ''] };
  });
  const rows = [...points, ...events].sort((a, b) => a.at - b.at).map(({ row }) => row);
  const about = [overTime.limitLabel, overTime.referenceBand?.text ?? ''].filter(Boolean).join(', ');
  return (
    <HiddenTable
      caption={t('over-time.caption', '{{name}}: {{title}} over time. {{about}}', {
        name,
        title: overTime.title,
        about,
      })}
      columns={[t('over-time.finding', 'Finding'), t('over-time.state', 'State')]}
      rows={rows}
    />
  );
});
