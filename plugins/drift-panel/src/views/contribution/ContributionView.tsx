import React from 'react';
import { isAbsent } from '../../report/absent.ts';
import { FeatureView } from '../detail/FeatureView.tsx';
import { fitting } from '../distribution/modes.ts';
import type { ViewProps } from '../scene.ts';
import { ContributionBlock } from './ContributionBlock.tsx';

/** Which values of the chosen feature its drift is made of. */
export default function ContributionView(props: ViewProps) {
  const { scene } = props;
  const { distribution } = scene.detail ?? {};
  const shown = distribution && !isAbsent(distribution) ? distribution : undefined;
  const axis = shown?.cells.kind === 'bins' ? shown.cells.edges : undefined;
  const logX = shown !== undefined && fitting(scene.options.distribution, shown).logX;
  return (
    <FeatureView {...props} part={(detail) => detail.contribution}>
      {(contribution, room) => (
        <ContributionBlock {...{ scene, contribution, axis, logX }} missing={false} labels {...room} />
      )}
    </FeatureView>
  );
}
