import type { OptionDescription } from '../description.ts';
import { notDefined } from '../errors.ts';
import type { DriftError } from '../types.ts';

/**
 * What a bin without rows on one side counts as where a formula takes logarithms; ln 0 has no value.
 * - `floor`: its share becomes `floor`, the others stay
 * - `floor-renormalised`: the same, then all shares are divided by their sum
 * - `add-one`: one row is added to every bin of both sides (Phoenix, Fiddler)
 * - `omit`: the bin is left out
 * - `infinite`: it stays empty, and the sum is infinite
 * - `floor-evidently`: `floor`, but a millionth of the side's smallest share where that is not above `floor`; the others
 *   stay (evidently's PSI)
 * - `floor-evidently-renormalised`: the same, then all shares are divided by their sum (evidently's KL)
 * - `floor-all`: every share below `floor`, of an empty bin or not, becomes `floor` (deepchecks' PSI)
 */
export type EmptyBins =
  | 'floor'
  | 'floor-renormalised'
  | 'add-one'
  | 'omit'
  | 'infinite'
  | 'floor-evidently'
  | 'floor-evidently-renormalised'
  | 'floor-all';

/** What stands for an empty bin. */
export interface EmptyBinOptions {
  /** Default: that of the test. */
  emptyBins?: EmptyBins;
  /** The share that stands for an empty bin. Default 1e-4. */
  floor?: number;
}

/** The options of every test that has a rule for empty bins. */
export function emptyBinOptions(rule: EmptyBins): readonly OptionDescription[] {
  return [
    {
      name: 'emptyBins',
      takes: [
        'floor',
        'floor-renormalised',
        'add-one',
        'omit',
        'infinite',
        'floor-evidently',
        'floor-evidently-renormalised',
        'floor-all',
      ],
      default: rule,
      says: 'what a bin without rows on one side counts as; floor: a share of `floor`, the others stay; floor-renormalised: then all are divided by their sum; add-one: one row more in every bin of both sides; omit: nothing; infinite: 0, so that the sum is infinite; floor-evidently(-renormalised): `floor`, or a millionth of the side’s smallest share where that is not above it; floor-all: every share under `floor` becomes it',
    },
    {
      name: 'floor',
      takes: 'number',
      default: 1e-4,
      says: 'the share that stands for an empty bin, above 0 and under 1',
    },
  ];
}

/** A rule with nothing left open. */
interface Rule {
  emptyBins: EmptyBins;
  floor: number;
}

/** The share that stands for the empty bins of one side. */
function standIn(shares: Float64Array, { emptyBins, floor }: Rule): number {
  if (emptyBins !== 'floor-evidently' && emptyBins !== 'floor-evidently-renormalised') {
    return floor;
  }
  let least = Infinity;
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i] ?? 0;
    least = share > 0 && share < least ? share : least;
  }
  return least <= floor ? least / 1e6 : floor;
}

/** Puts the shares of one side by the rule into `shares`; only `omit` asks for the other side, and is done by `dropEmpty`. */
function fillShares(counts: Float64Array, rows: number, rule: Rule, shares: Float64Array): void {
  const { emptyBins } = rule;
  const added = emptyBins === 'add-one' ? 1 : 0;
  const total = rows + added * counts.length;
  const least = emptyBins === 'floor-all' ? rule.floor : 0;
  let empty = 0;
  for (let i = 0; i < counts.length; i++) {
    const share = Math.max(least, ((counts[i] ?? 0) + added) / total);
    empty += share === 0 ? 1 : 0;
    shares[i] = share;
  }
  if (empty === 0 || emptyBins === 'omit' || emptyBins === 'infinite') {
    return;
  }
  const floor = standIn(shares, rule);
  const renormalised = emptyBins === 'floor-renormalised' || emptyBins === 'floor-evidently-renormalised';
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i] ?? 0;
    shares[i] = share === 0 ? floor : share;
    sum += shares[i] ?? 0;
  }
  for (let i = 0; renormalised && i < shares.length; i++) {
    shares[i] = (shares[i] ?? 0) / sum;
  }
}

/** Empties on both sides what is empty on one. */
function dropEmpty(p: Float64Array, q: Float64Array): void {
  for (let i = 0; i < p.length; i++) {
    if (p[i] === 0 || q[i] === 0) {
      p[i] = 0;
      q[i] = 0;
    }
  }
}

/** Shares of one reference and of one current side after another, by one rule, always in the same memory. */
export interface RuledShares {
  p: Float64Array;
  q: Float64Array;
  /** Puts the shares against these current counts into p and q. */
  fill(current: Float64Array, rows: number): void;
}

/** Makes a rule ready for a reference; an error where its floor is none. */
export function ruledShares(
  reference: Float64Array,
  rows: number,
  { emptyBins = 'floor', floor = 1e-4 }: EmptyBinOptions
): RuledShares | DriftError {
  if (!(floor > 0 && floor < 1)) {
    return notDefined(`The share that stands for an empty bin is ${floor}: give a floor between 0 and 1.`);
  }
  const rule = { emptyBins, floor };
  const p = new Float64Array(reference.length);
  const q = new Float64Array(reference.length);
  fillShares(reference, rows, rule, p);
  const kept = emptyBins === 'omit' ? p.slice() : p;
  const fill = (current: Float64Array, currentRows: number) => {
    fillShares(current, currentRows, rule, q);
    if (emptyBins === 'omit') {
      p.set(kept);
      dropEmpty(p, q);
    }
  };
  return { p, q, fill };
}
