import { isAbsent, type Absent } from '../../report/absent.ts';
import type { FeatureDetail } from '../../report/detail.ts';
import type { Contribution, Distribution } from '../../report/distribution.ts';
import { hasMissing } from '../distribution/bar-values.ts';
import { standing } from '../distribution/plot-area.ts';

/** Distribution and contribution of a feature, and how they lie. */
export interface ShapeParts {
  /** undefined while it is worked out. */
  distribution: Distribution | Absent | undefined;
  contribution: Contribution | Absent | undefined;
  has: { distribution: boolean; contribution: boolean };
  missing: boolean;
  /** Whether categories lie in rows at a width. */
  inRows: (width: number) => boolean;
}

/** Both are expected while the detail is worked out, so that nothing jumps when it comes. */
export function shapeOf(detail: FeatureDetail | undefined): ShapeParts {
  const distribution = detail?.distribution;
  const contribution = detail?.contribution;
  const shown = distribution && !isAbsent(distribution) ? distribution : undefined;
  const missing = shown !== undefined && hasMissing(shown);
  return {
    distribution,
    contribution,
    has: {
      distribution: !detail || shown !== undefined,
      contribution: !detail || (contribution !== undefined && !isAbsent(contribution)),
    },
    missing,
    inRows: (width) => shown !== undefined && !standing(shown.cells, width, missing),
  };
}
