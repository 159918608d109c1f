import React, { useState } from 'react';
import { isAbsent } from '../../report/absent.ts';
import { ContributionBlock } from '../contribution/ContributionBlock.tsx';
import { blockParts, DistributionBlock } from '../distribution/DistributionBlock.tsx';
import type { Span } from '../distribution/plot-area.ts';
import { fitting, useMode } from '../distribution/modes.ts';
import type { Scene } from '../scene.ts';
import { AbsentPart } from './AbsentPart.tsx';
import type { DetailLayout } from './detail-layout.ts';
import type { ShapeParts } from './shape-of.ts';
import { Skeleton } from './Skeleton.tsx';

interface Props {
  scene: Scene;
  feature: string;
  shape: ShapeParts;
  layout: DetailLayout;
}

const GAP = 16;
/** Part of the width that the distribution keeps where the contribution continues its rows. */
const SHARE = 0.64;

/** Distribution and contribution on one axis: above each other, or side by side on the same rows. */
export function Shape({ scene, feature, shape, layout }: Props) {
  const mode = useMode(scene.options.distribution);
  const cursor = useState<Span>();
  const { distribution, contribution, missing } = shape;
  const { left: width } = layout;
  const { beside } = layout;
  const [first, second] = beside
    ? [Math.floor((width - GAP) * SHARE), Math.floor((width - GAP) * (1 - SHARE))]
    : [width, width];
  const shown = distribution && !isAbsent(distribution) ? distribution : undefined;
  const chosen = shown && fitting(mode[0], shown);
  const parts = beside && shown ? blockParts(shown, first, layout.distribution) : undefined;
  const isSame =
    distribution &&
    contribution &&
    isAbsent(distribution) &&
    isAbsent(contribution) &&
    distribution.absent === contribution.absent;
  return (
    <div style={{ width, display: beside ? 'flex' : 'block', gap: GAP }}>
      {!distribution ? (
        <Skeleton width={first} height={layout.distribution} />
      ) : isAbsent(distribution) ? (
        <AbsentPart text={distribution.absent} width={first} height={layout.distribution} />
      ) : (
        <DistributionBlock
          scene={scene}
          feature={feature}
          distribution={distribution}
          width={first}
          height={layout.distribution}
          labels={beside || layout.stacked || !shape.has.contribution}
          cursor={cursor}
          mode={mode}
        />
      )}
      {!contribution ? (
        <Skeleton width={second} height={layout.contribution} />
      ) : isAbsent(contribution) ? (
        !isSame && <AbsentPart text={contribution.absent} width={second} height={layout.contribution} />
      ) : (
        <ContributionBlock
          scene={scene}
          feature={feature}
          contribution={contribution}
          width={second}
          head={parts?.head}
          height={parts ? parts.head + parts.chart : layout.contribution}
          axis={shown?.cells.kind === 'bins' ? shown.cells.edges : undefined}
          missing={missing}
          logX={chosen?.logX ?? false}
          labels={!beside}
          cursor={cursor}
        />
      )}
    </div>
  );
}
