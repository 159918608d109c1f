import type { Progress } from '../../run/analyst.ts';
import { chunkBounds, type ChunkBounds } from './chunk-bounds.ts';
import { cellOfBin, commonEdges, type Ends } from './common-edges.ts';
import type { CountLog } from './count-log.ts';
import type { CountProblems } from './count-problems.ts';
import type { CellCounts, CountedChunk, CountedFeature } from '../data-set.ts';
import { codeOf } from '../rows/read-column.ts';
import { SLICE } from '../reader.ts';

/** Counts above this are no numbers of rows; formulas multiply them with each other. */
const MOST = 1e50;

const SORTING: Progress = { share: 1, doing: 'sorting counts' };

interface Grouped {
  /** Rows of the log by feature. */
  rows: Int32Array;
  /** Where those of each feature begin; one more than features. */
  begins: Int32Array;
}

/**
 * Counted features out of a log of counts, each on bins (or categories) that its sides and chunks share. Counts of one
 * cell, side and chunk are added up. Features whose counts cannot be used are left out and named.
 * @param range the panel's time range, for chunks of which one bound alone is known
 */
export function* assembleCounts(
  log: CountLog,
  range: { from: number; to: number },
  said: CountProblems
): Generator<Progress, CountedFeature[]> {
  const bounds = [yield* boundsOf(log, 0, range), yield* boundsOf(log, 1, range)];
  const grouped = yield* groupByFeature(log);
  const found: CountedFeature[] = [];
  for (const [i, feature] of log.features.list.entries()) {
    const rows = grouped.rows.subarray(grouped.begins[i], grouped.begins[i + 1]);
    const counted = yield* assembleFeature({ feature, rows, log, bounds }, said);
    if (counted) {
      found.push(counted);
    }
  }
  return found;
}

function* boundsOf(
  log: CountLog,
  isReference: number,
  range: { from: number; to: number }
): Generator<Progress, ChunkBounds> {
  const starts = new Set<number>();
  const ends = new Set<number>();
  for (let row = 0; row < log.length; row++) {
    const from = log.from[row] ?? NaN;
    const to = log.to[row] ?? NaN;
    if (log.isReference[row] === isReference && Number.isNaN(to)) {
      starts.add(from);
    } else if (log.isReference[row] === isReference && Number.isNaN(from)) {
      ends.add(to);
    }
    if (row % SLICE === SLICE - 1) {
      yield SORTING;
    }
  }
  return chunkBounds(starts, ends, range);
}

/** Counting sort: the rows of each feature, in their order. */
function* groupByFeature(log: CountLog): Generator<Progress, Grouped> {
  const begins = new Int32Array(log.features.list.length + 1);
  for (let row = 0; row < log.length; row++) {
    const after = (log.feature[row] ?? 0) + 1;
    begins[after] = (begins[after] ?? 0) + 1;
  }
  for (let i = 1; i < begins.length; i++) {
    begins[i] = (begins[i] ?? 0) + (begins[i - 1] ?? 0);
  }
  yield SORTING;
  const next = begins.slice();
  const rows = new Int32Array(log.length);
  for (let row = 0; row < log.length; row++) {
    const feature = log.feature[row] ?? 0;
    const at = next[feature] ?? 0;
    next[feature] = at + 1;
    rows[at] = row;
    if (row % SLICE === SLICE - 1) {
      yield SORTING;
    }
  }
  return { rows, begins };
}

interface FeatureRows {
  feature: string;
  rows: Int32Array;
  log: CountLog;
  /** Of the current side, then of the reference. */
  bounds: readonly ChunkBounds[];
}

function* assembleFeature(of: FeatureRows, said: CountProblems): Generator<Progress, CountedFeature | undefined> {
  const { feature, rows, log } = of;
  const wrong = rows.find((row) => !isCount(log.count[row] ?? 0));
  if (wrong !== undefined) {
    said.refused(feature, log.count[wrong] ?? NaN);
    return undefined;
  }
  const cells = cellsOf(of, said);
  if (!cells) {
    return undefined;
  }
  const sides = [new Map<number, CountedChunk>(), new Map<number, CountedChunk>()];
  for (let i = 0; i < rows.length; i++) {
    addCount(of, rows[i] ?? 0, sides, cells);
    if (i % SLICE === SLICE - 1) {
      yield { share: 1, doing: `counting ${feature}` };
    }
  }
  yield { share: 1, doing: `counting ${feature}` };
  const [current = [], reference = []] = sides.map((chunks) => inOrder([...chunks.values()], feature, said));
  return {
    feature,
    cells: cells.cells,
    ...(reference.length > 0 && { reference: total(reference) }),
    ...(reference.length > 1 && { referenceChunks: reference }),
    chunks: current,
  };
}

/** NaN is a count that is not there. */
function isCount(count: number): boolean {
  return Number.isNaN(count) || (count >= 0 && count <= MOST);
}

interface FeatureCells {
  cells: CountedFeature['cells'];
  size: number;
  /** The cell of a row of the log; −1: its missing rows, −2: in none. */
  of: (row: number) => number;
}

/** Categories where the feature has any, else bins. */
function cellsOf({ feature, rows, log }: FeatureRows, said: CountProblems): FeatureCells | undefined {
  const categories = new Map<string, number>();
  const bins = new Map<number, Ends>();
  let unusable = 0;
  for (const row of rows) {
    const category = log.category[row] ?? -1;
    const start = log.start[row] ?? NaN;
    const end = log.end[row] ?? NaN;
    if (category >= 0) {
      codeOf(log.categories.list[category], categories);
    } else if (start < end) {
      const ends = bins.get(start) ?? { least: end, greatest: end };
      bins.set(start, ends);
      ends.least = Math.min(ends.least, end);
      ends.greatest = Math.max(ends.greatest, end);
    } else if (!(Number.isNaN(start) && Number.isNaN(end))) {
      unusable += 1;
    }
  }
  said.unusableBins(feature, unusable);
  if (categories.size > 0) {
    said.mixed(feature, bins.size);
    const of = (row: number) => {
      const category = log.category[row] ?? -1;
      return category >= 0
        ? (categories.get(log.categories.list[category] ?? '') ?? -2)
        : isMissing(log, row)
          ? -1
          : -2;
    };
    return { cells: { kind: 'categories', categories: [...categories.keys()] }, size: categories.size, of };
  }
  if (bins.size === 0) {
    said.empty(feature);
    return undefined;
  }
  const { edges, merged } = commonEdges(bins);
  said.merged(feature, merged);
  const of = (row: number) => {
    const start = log.start[row] ?? NaN;
    const end = log.end[row] ?? NaN;
    return start < end ? cellOfBin(edges, start, end) : isMissing(log, row) ? -1 : -2;
  };
  return { cells: { kind: 'bins', edges }, size: edges.length - 1, of };
}

function isMissing(log: CountLog, row: number): boolean {
  return Number.isNaN(log.start[row] ?? NaN) && Number.isNaN(log.end[row] ?? NaN);
}

function addCount(
  { log, bounds }: FeatureRows,
  row: number,
  sides: Array<Map<number, CountedChunk>>,
  cells: FeatureCells
) {
  const isReference = log.isReference[row] ?? 0;
  const given = { from: log.from[row] ?? NaN, to: log.to[row] ?? NaN };
  const from = Number.isNaN(given.from) ? (bounds[isReference]?.startOf(given.to) ?? NaN) : given.from;
  const chunks = sides[isReference];
  let chunk = chunks?.get(from);
  if (!chunk) {
    const to = Number.isNaN(given.to) ? (bounds[isReference]?.endOf(given.from) ?? NaN) : given.to;
    chunk = { from, to, counts: new Float64Array(cells.size), missing: 0 };
    chunks?.set(from, chunk);
  }
  const count = log.count[row] ?? NaN;
  const cell = cells.of(row);
  if (Number.isNaN(count) || cell === -2) {
    return;
  }
  if (cell === -1) {
    chunk.missing += count;
  } else {
    chunk.counts[cell] = (chunk.counts[cell] ?? 0) + count;
  }
}

/** Chunks by time, none reaching into the next. Where some have a time, the others have no place among them. */
function inOrder(chunks: CountedChunk[], feature: string, said: CountProblems): CountedChunk[] {
  const timed = chunks.filter(({ from }) => !Number.isNaN(from)).sort((a, b) => a.from - b.from);
  if (timed.length === 0) {
    return chunks;
  }
  if (timed.length < chunks.length) {
    said.untimed(feature);
  }
  return timed.map((chunk, i) => {
    const next = timed[i + 1]?.from ?? Infinity;
    const to = chunk.to > chunk.from ? chunk.to : chunk.from + 1;
    return { ...chunk, to: Math.min(to, next) };
  });
}

function total(chunks: readonly CountedChunk[]): CellCounts {
  const counts = new Float64Array(chunks[0]?.counts.length ?? 0);
  let missing = 0;
  for (const chunk of chunks) {
    chunk.counts.forEach((count, i) => (counts[i] = (counts[i] ?? 0) + count));
    missing += chunk.missing;
  }
  return { counts, missing };
}
