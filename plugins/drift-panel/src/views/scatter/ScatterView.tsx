import React from 'react';
import { t } from '../../i18n/translate.ts';
import { isAbsent } from '../../report/absent.ts';
import { AbsentPart } from '../detail/AbsentPart.tsx';
import type { ViewProps } from '../scene.ts';
import { ScatterChart } from './ScatterChart.tsx';

const PADDING = 8;

/** Which of the drifted features matter. */
export default function ScatterView({ scene, width, height }: ViewProps) {
  const { scatter } = scene.report;
  const none = t('scatter.none', 'No feature has both numbers. Check the names in the panel option "Importance".');
  const absent = isAbsent(scatter) ? scatter.absent : none;
  const room = { width: width - 2 * PADDING, height };
  return (
    <div style={{ width, height, padding: `0 ${PADDING}px` }}>
      {isAbsent(scatter) || scatter.points.length === 0 ? (
        <AbsentPart text={absent} {...room} />
      ) : (
        <ScatterChart scatter={scatter} scene={scene} {...room} />
      )}
    </div>
  );
}
