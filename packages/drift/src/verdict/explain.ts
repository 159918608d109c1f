import { rowsUpTo } from '../bins/rows-below.ts';
import { massMoved } from '../distances/mass-moved.ts';
import { isDriftError } from '../errors.ts';
import { totalOf } from '../samples/aligned-bins.ts';
import type { Sample } from '../samples/sample.ts';
import { sortedPair } from '../samples/sorted-pair.ts';
import { greatestGapOfSorted } from '../tests/greatest-gap.ts';
import { assess } from './assess.ts';
import type { Assessment, AssessOptions } from './assess.ts';
import { binLabel, moveInWords } from './cell-moves.ts';
import { formatNumber, formatShare, formatShares } from './format.ts';

/** Where the cumulated shares lie furthest apart: what KS sees. */
export interface GreatestGap {
  /** In the feature's unit. */
  at: number;
  /** Shares of the rows at or below it. */
  reference: number;
  current: number;
}

/** How much of the Wasserstein-1 distance lies over one interval. */
export interface MassMove {
  /** "40–50" */
  label: string;
  /** In the feature's unit. */
  distance: number;
  /** Its part of the whole, 0 … 1. */
  part: number;
}

/** A verdict and what it rests on, each in terms that add up. */
export interface Explanation {
  assessment: Assessment;
  /** Absent for categories and bins. */
  gap?: GreatestGap;
  /** Over the bins of the PSI, the largest first; absent for categories, bins and infinite values. They add up to Wasserstein-1. */
  massMoves?: MassMove[];
  /** The verdict; for rows of numbers also where the shares part most and where the mass moved. */
  sentence: string;
}

/** The gap and the mass moved of rows of numbers; nothing where there are none. */
function ofRows(
  reference: Sample,
  current: Sample,
  edges: ArrayLike<number>
): Omit<Explanation, 'assessment' | 'sentence'> {
  const pair = sortedPair(reference, current);
  if (isDriftError(pair)) {
    return {};
  }
  const [p, q] = [pair.reference.sorted, pair.current.sorted];
  const { gap, location } = greatestGapOfSorted(p, q);
  const share = (rows: Float64Array) => rowsUpTo(location, rows) / rows.length;
  const found = gap > 0 ? { gap: { at: location, reference: share(p), current: share(q) } } : {};
  const moved = massMoved(pair.reference, pair.current, edges);
  if (isDriftError(moved)) {
    return found;
  }
  const whole = totalOf(moved.parts);
  const massMoves = Array.from(moved.parts, (distance, i) => ({
    label: binLabel(moved.edges[i] ?? NaN, moved.edges[i + 1] ?? NaN),
    distance,
    part: whole > 0 ? distance / whole : 0,
  })).sort((a, b) => b.distance - a.distance);
  return { ...found, massMoves };
}

function inWords({ gap, massMoves }: Omit<Explanation, 'assessment' | 'sentence'>): string {
  const first = massMoves?.[0];
  const [from, to] = gap ? formatShares(gap.reference, gap.current) : ['', ''];
  const parts = [
    gap
      ? `the shares part most at ${formatNumber(gap.at)}: ${from} of the reference, ${to} of the current rows are at or below it`
      : '',
    first && first.part > 0 ? `${formatShare(first.part)} of the mass moved is ${first.label}` : '',
  ];
  return parts
    .filter(Boolean)
    .map((part) => `; ${part}`)
    .join('');
}

/**
 * The verdict on one feature with the terms behind it: the PSI terms (`assessment.moves`), where KS lies, and the mass
 * that Wasserstein-1 moves over each bin. One sentence more than `assess` gives, and twice its cost.
 */
export function explain(reference: Sample, current: Sample, options: AssessOptions = {}): Explanation {
  const assessment = assess(reference, current, options);
  const numeric = assessment.psi?.edges !== undefined;
  const rows = numeric ? ofRows(reference, current, assessment.psi?.edges ?? []) : {};
  const judged = assessment.state === 'drift' || assessment.state === 'possible';
  const [first] = assessment.moves;
  const psi =
    judged && first && first.term > 0 && !assessment.sentence.includes('of the PSI') ? `; ${moveInWords(first)}` : '';
  return { assessment, ...rows, sentence: `${assessment.sentence}${psi}${judged ? inWords(rows) : ''}` };
}
