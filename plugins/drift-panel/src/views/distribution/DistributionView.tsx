import React from 'react';
import { FeatureView } from '../detail/FeatureView.tsx';
import type { ViewProps } from '../scene.ts';
import { DistributionBlock } from './DistributionBlock.tsx';
import { useMode } from './modes.ts';

/** Reference against current of the chosen feature. */
export default function DistributionView(props: ViewProps) {
  const mode = useMode(props.scene.options.distribution);
  return (
    <FeatureView {...props} part={(detail) => detail.distribution}>
      {(distribution, room) => (
        <DistributionBlock scene={props.scene} distribution={distribution} mode={mode} labels {...room} />
      )}
    </FeatureView>
  );
}
