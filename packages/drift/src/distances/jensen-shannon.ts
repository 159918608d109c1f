import { cellFacts, commonCells } from '../bins/common-cells.ts';
import type { BinOptions } from '../bins/common-cells.ts';
import { isDriftError } from '../errors.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import { isBinned, isCategorical, isCategoryCounts } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { estimatedShares } from './estimated-shares.ts';
import type { EstimateOptions } from './estimated-shares.ts';
import { shares } from './shares.ts';
import { binOptions, binRules } from '../description.ts';
import type { Description } from '../description.ts';

export const jensenShannonDescription: Description = {
  title: 'Jensen–Shannon',
  says: 'how far both distributions are from their mean, as a distance or a divergence',
  formula: '√(½ Σ p ln(p/m) + ½ Σ q ln(q/m)), m = (p + q)/2',
  range: [0, Math.sqrt(Math.LN2)],
  direction: 'high',
  takes: ['numbers', 'categories', 'binned counts'],
  needs: '1 row a side; 2 different values for a kernel density',
  growsWithRows: false,
  source: 'Lin 1991; scipy.spatial.distance.jensenshannon on gaussian_kde or numpy.histogram',
  options: [
    {
      name: 'method',
      takes: ['kde', 'hist'],
      default: 'kde',
      says: 'raw numbers: Gaussian kernel density on a grid, or equal bins over the common range',
    },
    { name: 'gridPoints', takes: 'number', default: 256, says: 'points of the grid of kde' },
    { name: 'bins', takes: 'number', default: 64, says: 'equal bins of hist; bins of a rule, there 10 by default' },
    { name: 'rule', takes: binRules, says: 'count raw numbers in bins of this rule instead of `method`, as psi does' },
    ...binOptions.filter(({ name }) => name !== 'bins' && name !== 'rule'),
    { name: 'base', takes: ['e', 2], default: 'e', says: 'base of the logarithm; in base 2 the distance ends at 1' },
    {
      name: 'statistic',
      takes: ['distance', 'divergence'],
      default: 'distance',
      says: 'the distance is the square root of the divergence',
    },
  ],
};

/** With `rule` or `edges` raw numbers are counted in these bins instead of `method`; `bins` is then 10 by default. */
export interface JensenShannonOptions extends EstimateOptions, Omit<BinOptions, 'bins'> {
  /** Base of the logarithm. Default `e`: the distance ends at √ln 2 = 0.8326; with 2 it ends at 1. */
  base?: 'e' | 2;
  /** The divergence, or its square root. Default `distance`. */
  statistic?: 'distance' | 'divergence';
}

/** a ln(a / m), 0 for a = 0. */
function relativeEntropy(a: number, m: number): number {
  return a === 0 ? 0 : a * Math.log(a / m);
}

/** Per cell, in nats: ½ p ln(p/m) + ½ q ln(q/m) with m the mean of both (Lin 1991). Adds up to 0 … ln 2. */
function jensenShannonTerms(p: Float64Array, q: Float64Array): Float64Array {
  return p.map((share, i) => {
    const other = q[i] ?? 0;
    const mean = (share + other) / 2;
    return Math.max(0, (relativeEntropy(share, mean) + relativeEntropy(other, mean)) / 2);
  });
}

/** The two distributions, how they were had, and the facts of the comparison. */
function distributions(reference: Sample, current: Sample, options: JensenShannonOptions) {
  const counted = (side: Sample) => isBinned(side) || isCategoryCounts(side) || isCategorical(side);
  const rule = options.edges || counted(reference) || counted(current) ? 'given' : options.rule;
  if (rule) {
    const cells = commonCells(reference, current, options);
    return isDriftError(cells)
      ? cells
      : {
          p: shares(cells.reference),
          q: shares(cells.current),
          how: `${cells.reference.length} ${cells.categories ? 'given categories' : `${rule} bins`}`,
          facts: cellFacts(cells),
        };
  }
  const estimate = estimatedShares(reference, current, options);
  if (isDriftError(estimate)) {
    return estimate;
  }
  const { p, q, how } = estimate;
  const facts = {
    nReference: estimate.reference.values.length,
    nCurrent: estimate.current.values.length,
    missingReference: estimate.reference.missing,
    missingCurrent: estimate.current.missing,
  };
  return { p, q, how, facts };
}

/**
 * Jensen–Shannon distance or divergence; high means drift. `terms` add up to the divergence in the base asked for.
 * Raw numbers go through `method` as in TrustyAI's Python service; binned counts and categories are taken as they are.
 * The distance equals `scipy.spatial.distance.jensenshannon` of the two distributions.
 */
export function jensenShannon(
  reference: Sample,
  current: Sample,
  options: JensenShannonOptions = {}
): Comparison | DriftError {
  const found = distributions(reference, current, options);
  if (isDriftError(found)) {
    return found;
  }
  const unit = options.base === 2 ? Math.LN2 : 1;
  const terms = jensenShannonTerms(found.p, found.q).map((term) => term / unit);
  const divergence = totalOf(terms);
  const statistic = options.statistic ?? 'distance';
  return {
    ...found.facts,
    value: statistic === 'distance' ? Math.sqrt(divergence) : divergence,
    variant: `Jensen–Shannon ${statistic}, base ${options.base ?? 'e'}, ${found.how}`,
    terms,
  };
}
