import { bridgePastBound } from '../special-functions/bridge-at-points.ts';
import { solveTail } from '../special-functions/find-root.ts';
import { ksConditionalPValue } from './ks-conditional.ts';
import { leastCommonMultiple } from './ks-exact.ts';
import type { PooledRanks } from './pooled-ranks.ts';

/** The law of D without drift, given which pooled rows are tied. */
export interface LawGivenTies {
  pValue(d: number): number;
  /** The D past which p is under alpha. */
  critical(alpha: number): number;
  variant: string;
}

/** Pairs of rows up to which the law is counted out; more take its limit. */
const mostCountedPairs = 1e5;
/** More different values than this are next to none tied. */
const mostValues = 256;

/** Mid-p: the next attainable gap counts by half. Ties make D coarse, and P(D ≥ d) alone too cautious. */
function counted(ranks: PooledRanks): LawGivenTies {
  const lcm = leastCommonMultiple(ranks.n, ranks.m);
  const unit = (ranks.n * ranks.m) / lcm;
  const midP = (h: number) =>
    h > lcm ? 0 : (ksConditionalPValue(h * unit, ranks) + ksConditionalPValue((h + 1) * unit, ranks)) / 2;
  return {
    pValue: (d) => midP(Math.round(d * lcm)),
    critical: (alpha) => {
      let [within, past] = [0, lcm + 1];
      while (past - within > 1) {
        const middle = (within + past) >> 1;
        if (midP(middle) < alpha) {
          past = middle;
        } else {
          within = middle;
        }
      }
      return (within + 0.5) / lcm;
    },
    variant: 'two-sample KS, exact mid-p given the ties',
  };
}

function limit({ n, m }: PooledRanks, shares: Float64Array): LawGivenTies {
  const root = Math.sqrt((n * m) / (n + m));
  const tail = (d: number) => bridgePastBound(shares, root * d);
  return {
    pValue: tail,
    // The bridge passes a bound seldomer at points than anywhere, and that seldomer than 2 exp(−2 c²).
    critical: (alpha) => solveTail(tail, alpha, [Math.min(1, Math.sqrt(Math.log(2 / alpha) / 2) / root), 1e-9]),
    variant: 'two-sample KS, limit p given the ties',
  };
}

/** The pooled share at or below each different value but the greatest; undefined where they are too many to matter. */
function tiedShares(ranks: PooledRanks): Float64Array | undefined {
  const rows = ranks.n + ranks.m;
  const shares: number[] = [];
  ranks.walk(({ inReference, inCurrent, referenceBelow, currentBelow }) => {
    shares.push((referenceBelow + currentBelow + inReference + inCurrent) / rows);
    return shares.length <= mostValues;
  });
  return shares.length > mostValues ? undefined : Float64Array.from(shares.slice(0, -1));
}

/** True where a value is that of two rows or more. */
function isTied(ranks: PooledRanks): boolean {
  let values = 0;
  ranks.walk(() => {
    values += 1;
  });
  return values < ranks.n + ranks.m;
}

/**
 * The law of the two-sample KS statistic given the ties of the pooled rows, or given the bins: exact (mid-p) for few rows,
 * the Brownian bridge at the tied shares for more. The law for continuous values is too cautious with ties: of rows with
 * fifteen different values it flags 1–2 % for nominal 5 %. Undefined where no row is tied, or where more than 256
 * different values make ties next to irrelevant.
 */
export function lawGivenTies(ranks: PooledRanks): LawGivenTies | undefined {
  if (ranks.whole && ranks.n * ranks.m <= mostCountedPairs) {
    return isTied(ranks) ? counted(ranks) : undefined;
  }
  // Long rows mostly have too many values to matter, which the first few hundred tell.
  const shares = tiedShares(ranks);
  return shares && shares.length + 1 < ranks.n + ranks.m ? limit(ranks, shares) : undefined;
}
