import React from 'react';
import { isAbsent } from '../../report/absent.ts';
import { FeatureView } from '../detail/FeatureView.tsx';
import { fitting } from '../distribution/modes.ts';
import type { ViewProps } from '../scene.ts';
import { ContributionBlock } from './ContributionBlock.tsx';

/** Which values of the chosen feature its drift is made of. */
export default function ContributionView(props: ViewProps) {
  const { scene } = props;
  const shown = scene.detail?.distribution;
  const logX = shown !== undefined && !isAbsent(shown) && fitting(scene.options.distribution, shown).logX;
  return (
    <FeatureView {...props} part={(detail) => detail.contribution}>
      {(contribution, room) => (
        <ContributionBlock scene={scene} contribution={contribution} missing={false} logX={logX} labels {...room} />
      )}
    </FeatureView>
  );
}
