import { isDriftError } from '../errors.ts';
import { alignmentProblem } from '../samples/aligned-bins.ts';
import { ascends, countsProblem, edgesDoNotAscend } from '../samples/given-counts.ts';
import { mergeSorted } from '../samples/merge-sorted.ts';
import { numericValues } from '../samples/numeric-values.ts';
import { isBinned, isCategorical, isCategoryCounts } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import { isLongAndUnsorted } from '../samples/unsorted-pair.ts';
import type { BinnedCounts, DriftError } from '../types.ts';
import { binEdges, binsOfUnsorted, withOpenEnds } from './bin-edges.ts';
import type { BinOptions } from './bin-options.ts';
import { emptySide, withMissingCell } from './cells.ts';
import type { CommonCells } from './cells.ts';
import { cellsByCategory } from './cells-by-category.ts';
import { countInBins, valuesForEdges } from './count-in-bins.ts';
import type { CountedSide } from './count-in-bins.ts';
import { openEdges } from './weighted-histogram.ts';

export type { BinOptions, BinRule, EqualWidthRule } from './bin-options.ts';
export { cellFacts, sidesOf } from './cells.ts';
export type { CommonCells } from './cells.ts';
export { cellsByCategory } from './cells-by-category.ts';

/** Edges by a rule, at the values of the reference or of both sides. */
function edgesByRule(reference: Sample, current: Sample, options: BinOptions): Float64Array | DriftError {
  const p = valuesForEdges(reference, 'reference');
  if (isDriftError(p) || options.of !== 'pooled') {
    return isDriftError(p) ? p : binEdges(p, p, options);
  }
  const q = valuesForEdges(current, 'current');
  return isDriftError(q)
    ? q
    : binEdges(p, { sorted: mergeSorted(p.sorted, q.sorted), missing: p.missing + q.missing }, options);
}

/** Edges that a side brings, that the caller gives, or by a rule. */
function edgesFor(reference: Sample, current: Sample, options: BinOptions): ArrayLike<number> | DriftError {
  const binned = [reference, current].find((side): side is BinnedCounts => isBinned(side));
  const given = binned?.edges ?? options.edges;
  if (given === undefined) {
    return edgesByRule(reference, current, options);
  }
  if (given.length === 0 || !ascends(given)) {
    return edgesDoNotAscend();
  }
  return options.outside === 'outer-bins' && given.length > 1 ? withOpenEnds(given) : given;
}

/** A side that is binned already, with its outer bins taking in what lies beyond them where that is asked for. */
function openedUp(sample: Sample, { outside }: BinOptions): Sample {
  return isBinned(sample) && outside === 'outer-bins' ? { ...sample, edges: withOpenEnds(sample.edges) } : sample;
}

function cellsOf(left: CountedSide, right: CountedSide): CommonCells {
  return {
    reference: left.counts,
    current: right.counts,
    edges: left.edges,
    missingReference: left.missing,
    missingCurrent: right.missing,
    infiniteReference: left.infinite,
    infiniteCurrent: right.infinite,
    ...(left.rows === undefined ? {} : { rowsReference: left.rows }),
    ...(right.rows === undefined ? {} : { rowsCurrent: right.rows }),
  };
}

/** Without the open outer bins in which neither side has rows. */
function withoutEmptyEnds(cells: CommonCells): CommonCells {
  const { reference, current, edges = new Float64Array() } = cells;
  const empty = (bin: number) => !((reference[bin] ?? 0) + (current[bin] ?? 0) > 0);
  const last = reference.length - 1;
  const from = last > 0 && edges[0] === -Infinity && empty(0) ? 1 : 0;
  const to = last > from && edges[last + 1] === Infinity && empty(last) ? last : last + 1;
  return {
    ...cells,
    reference: reference.subarray(from, to),
    current: current.subarray(from, to),
    edges: edges.subarray(from, to + 1),
  };
}

interface CountedReference {
  left: CountedSide;
  edges: ArrayLike<number>;
}

/** A long reference in bins of its own, without a sort; undefined where that takes one, or where there are edges. */
function longReference(
  reference: Sample,
  current: Sample,
  options: BinOptions
): CountedReference | DriftError | undefined {
  const given = options.edges !== undefined || options.of === 'pooled' || isBinned(current);
  if (given || !isLongAndUnsorted(reference)) {
    return undefined;
  }
  const numbers = numericValues(reference, 'reference');
  if (isDriftError(numbers)) {
    return numbers;
  }
  const bins = binsOfUnsorted(numbers, options);
  if (bins === undefined || isDriftError(bins)) {
    return bins;
  }
  const { missing } = numbers;
  const { edges, counts } = bins;
  return { left: { edges: openEdges(edges), counts, missing, missingWeight: missing, infinite: 0 }, edges };
}

/** The reference in bins of its own, or in those of the options or of the other side. */
function countedReference(reference: Sample, current: Sample, options: BinOptions): CountedReference | DriftError {
  const found = longReference(reference, current, options);
  if (found) {
    return found;
  }
  const edges = edgesFor(reference, current, options);
  if (isDriftError(edges)) {
    return edges;
  }
  const left = countInBins(openedUp(reference, options), 'reference', edges);
  return isDriftError(left) ? left : { left, edges };
}

function cellsByBin(reference: Sample, current: Sample, options: BinOptions): CommonCells | DriftError {
  if (isBinned(reference) && isBinned(current)) {
    const problem = alignmentProblem(reference, current);
    if (problem) {
      return problem;
    }
    const given = {
      reference: Float64Array.from(reference.counts),
      current: Float64Array.from(current.counts),
      edges: Float64Array.from(reference.edges),
      missingReference: reference.missing ?? 0,
      missingCurrent: current.missing ?? 0,
    };
    return whole(given, [given.missingReference, given.missingCurrent], options);
  }
  const found =
    countsProblem(reference, 'reference') ??
    countsProblem(current, 'current') ??
    countedReference(reference, current, options);
  if (isDriftError(found)) {
    return found;
  }
  const { left, edges } = found;
  const right = countInBins(openedUp(current, options), 'current', edges);
  if (isDriftError(right)) {
    return right;
  }
  const ruled = options.edges === undefined && !isBinned(reference) && !isBinned(current);
  const cells = cellsOf(left, right);
  return whole(ruled ? withoutEmptyEnds(cells) : cells, [left.missingWeight, right.missingWeight], options);
}

/** With a cell for the missing rows where that is asked for; an error where a side holds nothing. */
function whole(
  cells: CommonCells,
  missingWeights: readonly [number, number],
  { missing }: BinOptions
): CommonCells | DriftError {
  const told = missing === 'own-cell' ? withMissingCell(cells, missingWeights) : cells;
  return emptySide(told) ?? told;
}

/**
 * Counts two samples over common cells: categories where a side is text or category counts, else bins. A side that is
 * binned already gives its edges to the other; two raw sides get `edges`, or bins by the rule of the options.
 * `no data` where a side holds no row; `not numeric` where it holds no numbers; `not defined` where edges do not ascend
 * or do not fit.
 */
export function commonCells(reference: Sample, current: Sample, options: BinOptions = {}): CommonCells | DriftError {
  const categorical = [reference, current].some((side) => isCategoryCounts(side) || isCategorical(side));
  return categorical ? cellsByCategory(reference, current, options) : cellsByBin(reference, current, options);
}
