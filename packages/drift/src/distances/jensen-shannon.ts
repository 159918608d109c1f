import { cellFacts, commonCells } from '../bins/common-cells.ts';
import type { BinOptions, CommonCells } from '../bins/common-cells.ts';
import { isDriftError } from '../errors.ts';
import { isBinned, isCategorical, isCategoryCounts } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { estimatedShares } from './estimated-shares.ts';
import type { EstimatedShares, EstimateOptions } from './estimated-shares.ts';
import { shares } from './shares.ts';
import { binOptions, binRules } from '../description.ts';
import type { Description } from '../description.ts';

export const jensenShannonDescription: Description = {
  title: 'Jensen–Shannon',
  says: 'how far both distributions are from the mean of the two, as a distance or a divergence',
  formula: '√(½ Σ p ln(p/r) + ½ Σ q ln(q/r)), r = (p + q)/2',
  range: [0, Math.sqrt(Math.LN2)],
  direction: 'high',
  takes: ['numbers', 'categories', 'binned counts', 'weighted rows'],
  needs: '1 row a side; 2 different values for a kernel density',
  growsWithRows: false,
  source: 'Lin 1991; scipy.spatial.distance.jensenshannon on gaussian_kde or numpy.histogram',
  options: [
    {
      name: 'method',
      takes: ['kde', 'hist'],
      default: 'kde',
      says: 'raw numbers only: kde: Gaussian kernel densities (width by Scott’s rule) on a grid; hist: bins of equal width over the common range',
    },
    { name: 'gridPoints', takes: 'number', default: 256, says: 'points of the grid of kde, over the common range' },
    {
      name: 'bins',
      takes: 'number',
      default: 64,
      says: 'bins of hist; with `rule` the bins wanted of that rule, then 10 by default',
    },
    { name: 'rule', takes: binRules, says: 'count raw numbers in bins of this rule instead of `method`, as psi does' },
    ...binOptions.filter(({ name }) => name !== 'bins' && name !== 'rule'),
    {
      name: 'base',
      takes: ['e', 2],
      default: 'e',
      says: 'base of the logarithm; the distance ends at √ln 2 = 0.8326, in base 2 at 1',
    },
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

/**
 * The addend of one cell in nats: ½ p ln(p/m) + ½ q ln(q/m), m the mean of both (Lin 1991). With v = (p − q) / (p + q), so
 * that p = m (1 + v) and q = m (1 − v), it is ½ m (ln(1 − v²) + 2v artanh v), which keeps its digits where p is near q.
 */
function jensenShannonTerm(p: number, q: number): number {
  if (p === 0 || q === 0) {
    return ((p + q) / 2) * Math.LN2;
  }
  const m = (p + q) / 2;
  const v = (p - q) / (p + q);
  return Math.abs(v) < 0.5
    ? (m / 2) * (Math.log1p(-v * v) + 2 * v * Math.atanh(v))
    : (p * Math.log(p / m) + q * Math.log(q / m)) / 2;
}

/** Jensen–Shannon divergence of two distributions over the same cells, in nats, 0 … ln 2; the addends go to `terms`. */
export function jensenShannonOfShares(p: Float64Array, q: Float64Array, terms?: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    const term = jensenShannonTerm(p[i] ?? 0, q[i] ?? 0);
    sum += term;
    if (terms) {
      terms[i] = term;
    }
  }
  return sum;
}

/** The statistic that is asked for, from the divergence in nats. */
export function jensenShannonStatistic(
  nats: number,
  { base = 'e', statistic = 'distance' }: JensenShannonOptions
): number {
  const divergence = base === 2 ? nats / Math.LN2 : nats;
  return statistic === 'distance' ? Math.sqrt(divergence) : divergence;
}

/** Two distributions, how they were had, and the facts of the comparison. */
interface Found extends Pick<EstimatedShares, 'p' | 'q' | 'how'> {
  facts: Omit<Comparison, 'value' | 'variant'>;
}

function ofCells(cells: CommonCells, rule: string): Found {
  return {
    p: shares(cells.reference),
    q: shares(cells.current),
    how: `${cells.reference.length} ${cells.categories ? 'given categories' : `${rule} bins`}`,
    facts: cellFacts(cells),
  };
}

function distributions(reference: Sample, current: Sample, options: JensenShannonOptions): Found | DriftError {
  const counted = (side: Sample) => isBinned(side) || isCategoryCounts(side) || isCategorical(side);
  const rule = options.edges || counted(reference) || counted(current) ? 'given' : options.rule;
  if (rule) {
    const cells = commonCells(reference, current, options);
    return isDriftError(cells) ? cells : ofCells(cells, rule);
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

function measured({ p, q, how, facts }: Found, options: JensenShannonOptions): Comparison {
  const unit = options.base === 2 ? Math.LN2 : 1;
  const terms = new Float64Array(p.length);
  const divergence = jensenShannonOfShares(p, q, terms);
  for (let i = 0; i < terms.length; i++) {
    terms[i] = (terms[i] ?? NaN) / unit;
  }
  return {
    ...facts,
    value: jensenShannonStatistic(divergence, options),
    variant: `Jensen–Shannon ${options.statistic ?? 'distance'}, base ${options.base ?? 'e'}, ${how}`,
    terms,
  };
}

/** `jensenShannon` of sides that are counted in given cells already, neither of them empty. */
export function jensenShannonOfCells(cells: CommonCells, options: JensenShannonOptions): Comparison {
  return measured(ofCells(cells, 'given'), options);
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
  return isDriftError(found) ? found : measured(found, options);
}
