import React from 'react';
import { FeatureView } from '../detail/FeatureView.tsx';
import type { ViewProps } from '../scene.ts';
import { CalendarChart } from './CalendarChart.tsx';

/** The chosen feature by weekday and hour. */
export default function CalendarView(props: ViewProps) {
  return (
    <FeatureView {...props} part={(detail) => detail.calendar}>
      {(calendar, { feature, width, height }) => (
        <CalendarChart calendar={calendar} name={props.scene.label(feature)} width={width} height={height} />
      )}
    </FeatureView>
  );
}
