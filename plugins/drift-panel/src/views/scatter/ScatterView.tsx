import React from 'react';
import { t } from '../../i18n/translate.ts';
import { isAbsent } from '../../report/absent.ts';
import { Words } from '../marks/Words.tsx';
import type { ViewProps } from '../scene.ts';
import { ScatterChart } from './ScatterChart.tsx';

/** Which of the drifted features matter. */
export default function ScatterView({ scene, width, height }: ViewProps) {
  const { scatter } = scene.report;
  if (isAbsent(scatter)) {
    return <Words text={scatter.absent} width={width} height={height} />;
  }
  if (scatter.points.length === 0) {
    const none = t('scatter.none', 'No feature has both numbers. Check the names in the panel option "Importance".');
    return <Words text={none} width={width} height={height} />;
  }
  return <ScatterChart scatter={scatter} scene={scene} width={width} height={height} />;
}
