import { sortedSample, type BinnedCounts, type Sample, type SortedSample } from '@soundcheck/drift';
import type { Absent } from '../../../report/absent.ts';

/** Counts of one side over cells that both sides share. */
export interface CellSide {
  counts: Float64Array;
  /** Rows with a value: the sum of the counts. */
  n: number;
  missing: number;
}

/** Both sides of a feature as the pictures take them. */
export type PictureSides =
  | { kind: 'numbers'; reference: SortedSample; current: SortedSample }
  | { kind: 'bins'; edges: Float64Array; reference: CellSide; current: CellSide }
  | { kind: 'categories'; categories: string[]; reference: CellSide; current: CellSide };

type Kind = 'numbers' | 'bins' | 'categories' | 'weights' | 'none';

function kindOf(sample: Sample): Kind {
  if ('sorted' in sample) {
    return sample.sorted.length > 0 ? 'numbers' : 'none';
  }
  if ('edges' in sample) {
    return 'bins';
  }
  if ('categories' in sample) {
    return 'categories';
  }
  if ('weights' in sample) {
    return 'weights';
  }
  for (let i = 0; i < sample.length; i++) {
    const value = sample[i];
    if (value !== null && value !== undefined && !Number.isNaN(value)) {
      return typeof value === 'string' ? 'categories' : 'numbers';
    }
  }
  return 'none';
}

/** Numbers in ascending order; what is sorted already stays as it is, everything else is none. */
export function sortedNumbers(sample: Sample): SortedSample {
  if ('sorted' in sample) {
    return sample;
  }
  if ('edges' in sample || 'categories' in sample || 'weights' in sample) {
    return { sorted: new Float64Array(), missing: 0 };
  }
  if (sample instanceof Float64Array) {
    return sortedSample(sample);
  }
  const numbers: Array<number | null> = [];
  for (let i = 0; i < sample.length; i++) {
    const value = sample[i];
    numbers.push(typeof value === 'number' ? value : null);
  }
  return sortedSample(numbers);
}

/**
 * Looks at both sides once: numbers sorted, bins and categories counted over cells that both share. A side may be empty;
 * absent where both are, or where they cannot be drawn on one axis.
 */
export function pictureSides(reference: Sample, current: Sample): PictureSides | Absent {
  const kinds = [kindOf(reference), kindOf(current)].filter((kind) => kind !== 'none');
  if (kinds.length === 0) {
    return { absent: 'Neither side holds a value of this feature: widen the time range, or check that it is sent.' };
  }
  if (kinds.includes('weights')) {
    return { absent: 'Weighted rows cannot be drawn: give the rows without weights, or counts.' };
  }
  if (kinds.includes('categories')) {
    return kinds.every((kind) => kind === 'categories')
      ? categorySides(reference, current)
      : { absent: 'One side holds categories, the other numbers: give both sides in the same form.' };
  }
  return kinds.includes('bins')
    ? binSides(reference, current)
    : { kind: 'numbers', reference: sortedNumbers(reference), current: sortedNumbers(current) };
}

const isCount = (count: number) => count >= 0 && count < Infinity;

const notCounts: Absent = {
  absent:
    'The counts of this feature are negative, infinite or no numbers: a count is a number of rows, 0 where there is none.',
};

function cellSide(counts: Float64Array, missing: number): CellSide {
  return { counts, n: counts.reduce((sum, count) => sum + count, 0), missing };
}

function sameEdges(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  return a.length === b.length && Array.from(a).every((edge, i) => edge === b[i]);
}

/** Counts in the bins of the side that is binned; numbers beyond finite outer edges go to open bins of their own. */
function binSides(reference: Sample, current: Sample): PictureSides | Absent {
  const [p, q] = [binned(reference), binned(current)];
  const given = p ?? q;
  if (!given || !isGrid(given) || (p && q && !sameEdges(p.edges, q.edges))) {
    return { absent: 'The bins of both sides differ, or do not ascend: count both sides in the same bins.' };
  }
  if (p && q) {
    return counted(Float64Array.from(given.edges), p, q);
  }
  const open = openEdges(given);
  const taken = [reference, current].map((sample): BinnedCounts => {
    const own = binned(sample);
    return own ? openedUp(own, open) : countIn(sortedNumbers(sample), open);
  });
  return counted(open, taken[0] ?? given, taken[1] ?? given);
}

function binned(sample: Sample): BinnedCounts | undefined {
  return 'edges' in sample ? sample : undefined;
}

function isGrid({ edges, counts }: BinnedCounts): boolean {
  const ascends = Array.from(edges).every((edge, i) => i === 0 || edge > (edges[i - 1] ?? NaN));
  return counts.length > 0 && edges.length === counts.length + 1 && !Number.isNaN(edges[0]) && ascends;
}

function counted(edges: Float64Array, p: BinnedCounts, q: BinnedCounts): PictureSides | Absent {
  const sides = [p, q].map(({ counts, missing = 0 }) => cellSide(Float64Array.from(counts), missing));
  const [reference, current] = sides;
  if (!reference || !current || ![...sides].every((side) => side.counts.every(isCount) && isCount(side.missing))) {
    return notCounts;
  }
  return reference.n + current.n > 0
    ? { kind: 'bins', edges, reference, current }
    : { absent: 'All counts of this feature are 0: widen the time range.' };
}

/** −∞ and +∞ as outer edges. */
function openEdges({ edges }: BinnedCounts): Float64Array {
  const inner = Array.from(edges).filter((edge) => Number.isFinite(edge));
  return Float64Array.from([-Infinity, ...inner, Infinity]);
}

function openedUp({ edges, counts, missing = 0 }: BinnedCounts, open: Float64Array): BinnedCounts {
  const before = edges[0] === -Infinity ? 0 : 1;
  const wide = new Float64Array(open.length - 1);
  wide.set(Array.from(counts), before);
  return { edges: open, counts: wide, missing };
}

function countIn({ sorted, missing }: SortedSample, open: Float64Array): BinnedCounts {
  const counts = new Float64Array(open.length - 1);
  let bin = 0;
  for (const value of sorted) {
    while (bin < counts.length - 1 && value >= (open[bin + 1] ?? Infinity)) {
      bin += 1;
    }
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { edges: open, counts, missing };
}

function categorySides(reference: Sample, current: Sample): PictureSides | Absent {
  const sides = [reference, current].map(countsByCategory);
  const [p, q] = sides;
  if (!p || !q || !sides.every(({ counts, missing }) => [...counts.values(), missing].every(isCount))) {
    return notCounts;
  }
  const categories = [...new Set([...p.counts.keys(), ...q.counts.keys()])];
  const side = ({ counts, missing }: CategoryMap) =>
    cellSide(
      Float64Array.from(categories, (category) => counts.get(category) ?? 0),
      missing
    );
  const both = { reference: side(p), current: side(q) };
  return both.reference.n + both.current.n > 0
    ? { kind: 'categories', categories, ...both }
    : { absent: 'All counts of this feature are 0: widen the time range.' };
}

interface CategoryMap {
  counts: Map<string, number>;
  missing: number;
}

/** Counts by category, of text or of given counts. */
function countsByCategory(sample: Sample): CategoryMap {
  const counts = new Map<string, number>();
  const add = (category: string, count: number) => counts.set(category, (counts.get(category) ?? 0) + count);
  if ('categories' in sample) {
    sample.categories.forEach((category, i) => add(category, sample.counts[i] ?? 0));
    return { counts, missing: sample.missing ?? 0 };
  }
  const rows = 'sorted' in sample || 'edges' in sample || 'weights' in sample ? [] : sample;
  let missing = 0;
  for (let i = 0; i < rows.length; i++) {
    const value = rows[i];
    if (typeof value === 'string') {
      add(value, 1);
    } else {
      missing += 1;
    }
  }
  return { counts, missing };
}
