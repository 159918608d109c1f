import React from 'react';
import { t } from '../../i18n/translate.ts';
import { isAbsent } from '../../report/absent.ts';
import { Words } from '../marks/Words.tsx';
import type { ViewProps } from '../scene.ts';
import { CalendarChart } from './CalendarChart.tsx';

/** The chosen feature by weekday and hour. */
export default function CalendarView({ scene, width, height }: ViewProps) {
  const { detail } = scene;
  if (!detail || isAbsent(detail.calendar)) {
    const text = detail && isAbsent(detail.calendar) ? detail.calendar.absent : undefined;
    return <Words text={text ?? t('calendar.waiting', 'Sorting by weekday and hour.')} width={width} height={height} />;
  }
  const name = scene.label(detail.request.feature);
  return <CalendarChart calendar={detail.calendar} name={name} width={width} height={height} />;
}
