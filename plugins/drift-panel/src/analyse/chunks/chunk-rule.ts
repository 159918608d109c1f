import {
  chiSquareCritical,
  compare,
  compareChunks,
  effectOverLimit,
  isDriftError,
  ksCritical,
  nullScale,
  presets,
  type CategoryCounts,
  type Chosen,
  type ChosenTest,
  type ChunkTest,
  type Direction,
  type Sample,
} from '@soundcheck/drift';
import { directionOf } from '../test-words.ts';
import { exactP, isCounts, judgeByAssess, type ChunkContext, type Judged, type ReadyChunk } from './judge-chunks.ts';

/** Judges one chunk that has rows enough. */
export type ChunkRule = (chunk: ReadyChunk, at: number) => Judged;

/** The cheapest rule that says the same as the verdict on the feature. */
export function chunkRule(context: ChunkContext, chunks: readonly Sample[]): ChunkRule {
  const { whole, options, limit } = context;
  const { test } = whole;
  const direction = directionOf(test);
  if (options.preset || mixed(context.reference, chunks)) {
    return (chunk) => judgeByAssess(context, chunk);
  }
  const valueOf = valuesOf(context, chunks);
  if (limit) {
    return (chunk, at) => judged(valueOf(chunk, at), limit.value, direction);
  }
  if (test === 'ks' && whole.limit) {
    return ksRule(context, valueOf);
  }
  if (test === 'chi-square' && !options.tests?.categorical && !options.tests?.numeric) {
    return chiSquareRule(context);
  }
  // Only what a distance is without drift takes long; tests bring their p.
  return whole.limit?.origin.startsWith('value without drift')
    ? distanceRule(context, valueOf)
    : (chunk) => judgeByAssess(context, chunk);
}

/** One side in bins, the other not: the library counts rows in the bins first. */
function mixed(reference: Sample, chunks: readonly Sample[]): boolean {
  return chunks.some((chunk) => 'edges' in chunk !== 'edges' in reference);
}

function judged(value: number, limit: number, direction: Direction): Judged {
  return { value, limit, effect: effectOverLimit(value, direction, limit) ?? NaN };
}

/** The number of a chunk without its p-value: of all chunks at once where they are counts, else one by one. */
function valuesOf(
  { reference, whole }: ChunkContext,
  chunks: readonly Sample[]
): (chunk: ReadyChunk, at: number) => number {
  const { chosen } = whole;
  if (isCounts(reference) && isChunkChoice(chosen) && chunks.every((chunk) => sameCells(reference, chunk))) {
    const cells = reference.counts.length;
    const counts = new Float64Array(chunks.length * cells);
    chunks.forEach((chunk, at) => isCounts(chunk) && counts.set(chunk.counts, at * cells));
    const found = compareChunks(chosen.test, reference, { counts }, chosen.options);
    const values = isDriftError(found) ? undefined : found.values;
    return (_, at) => values?.[at] ?? NaN;
  }
  // The limit law of KS is the cheapest, and its p is not looked at.
  const cheap = chosen.test === 'ks' ? { method: 'limit' as const } : chosen.options;
  return ({ sample }) => {
    const found = compare(chosen.test, reference, sample, { ...cheap });
    return isDriftError(found) ? NaN : found.value;
  };
}

const CHUNK_TESTS: ReadonlySet<string> = new Set<ChunkTest>([
  'psi',
  'kullback-leibler',
  'jensen-shannon',
  'hellinger',
  'total-variation',
  'bhattacharyya',
  'histogram-intersection',
  'l-infinity',
  'ks',
]);

function isChunkChoice(chosen: ChosenTest): chosen is Chosen<ChunkTest> {
  return CHUNK_TESTS.has(chosen.test);
}

function sameCells(reference: Sample, chunk: Sample): boolean {
  return (
    ('edges' in reference && 'edges' in chunk && reference.edges === chunk.edges) ||
    ('categories' in reference && 'categories' in chunk && reference.categories === chunk.categories)
  );
}

/** Within so much of the limit the law of the chunk itself is asked. */
const NEAR = 0.03;
/** With few rows the exact law is coarse, and further from its limit. */
const [FEW_PAIRS, NEAR_OF_FEW] = [1e5, 0.1];

/**
 * KS: the critical D of the whole feature carried over to the rows of the chunk. It falls as 1 / √nₑ, nₑ = n m / (n + m),
 * for bins and ties, whose shares it is given; for continuous values with Stephens' correction (1970),
 * √nₑ + 0.12 + 0.11 / √nₑ. Near the limit the exact p decides.
 */
function ksRule(context: ChunkContext, valueOf: (chunk: ReadyChunk, at: number) => number): ChunkRule {
  const { whole, options, exact } = context;
  const { nReference, nCurrent, variant } = whole.comparison;
  const alpha = options.alpha ?? 0.05;
  const tied = variant.includes('given the ties');
  const reach = (m: number) => {
    const root = Math.sqrt((nReference * m) / (nReference + m));
    return tied ? root : root + 0.12 + 0.11 / root;
  };
  const known = tied || !whole.limit ? whole.limit?.value : limitOfMany(alpha, nReference, nCurrent);
  const constant = (known ?? NaN) * reach(nCurrent);
  return (chunk, at) => {
    const value = valueOf(chunk, at);
    const limit = constant / reach(chunk.n);
    const effect = value / limit;
    const near = nReference * chunk.n <= FEW_PAIRS ? NEAR_OF_FEW : NEAR;
    if (!exact || !(Math.abs(effect - 1) < near)) {
      return { value, limit, effect };
    }
    const over = exactP(context, chunk) < alpha;
    return { value, limit, effect: over ? Math.max(effect, 1.001) : Math.min(effect, 1) };
  };
}

/** The law for many rows, which is smooth in n; the exact one steps. */
function limitOfMany(alpha: number, n: number, m: number): number {
  const limit = ksCritical(alpha, n, m, 'asymptotic');
  return isDriftError(limit) ? NaN : limit;
}

/** χ² with rare categories pooled as the chunk's own rows ask for. */
function chiSquareRule(context: ChunkContext): ChunkRule {
  const reference = categoriesOf(context.reference);
  const choice = presets.soundcheck.choose({
    kind: 'categorical',
    binned: true,
    nReference: NaN,
    nCurrent: NaN,
    distinctReference: NaN,
    distinctPooled: NaN,
  });
  const alpha = context.options.alpha ?? 0.05;
  const limits = new Map<number, number>();
  const limitOf = (df: number) => {
    const limit = limits.get(df) ?? chiSquareCritical(alpha, df);
    limits.set(df, limit);
    return limit;
  };
  return (chunk) => {
    const sides = isDriftError(choice) ? choice : choice.prepare?.(reference, categoriesOf(chunk.sample));
    if (!sides || isDriftError(sides) || isDriftError(choice)) {
      return {
        value: NaN,
        limit: NaN,
        effect: NaN,
        level: sides && isDriftError(sides) && sides.error === 'too few rows' ? 'few' : 'unjudged',
      };
    }
    const found = compare(choice.test, ...sides, choice.options);
    if (isDriftError(found)) {
      return { value: NaN, limit: NaN, effect: NaN, level: 'unjudged' };
    }
    const df = found.df ?? 0;
    // One category on both sides: nothing can differ.
    return df < 1 ? { value: found.value, limit: NaN, effect: 0 } : judged(found.value, limitOf(df), 'high');
  };
}

/** Sorted numbers of few values as categories, counted once; categories as they are. */
function categoriesOf(sample: Sample): Sample | CategoryCounts {
  if (!('sorted' in sample)) {
    return sample;
  }
  const categories: string[] = [];
  const counts: number[] = [];
  let before = NaN;
  for (const value of sample.sorted) {
    if (value === before) {
      counts[counts.length - 1] = (counts[counts.length - 1] ?? 0) + 1;
    } else {
      categories.push(String(value));
      counts.push(1);
      before = value;
    }
  }
  return { categories, counts, missing: sample.missing };
}

/** Rows that differ by less than an eighth share a limit. */
const ROW_STEP = Math.log(1.125);

/** Distances: what they are without drift, found once for chunks of about the same rows. */
function distanceRule(context: ChunkContext, valueOf: (chunk: ReadyChunk, at: number) => number): ChunkRule {
  const { reference, whole, options } = context;
  const limits = new Map<number, number>();
  return (chunk, at) => {
    const size = Math.round(Math.log(chunk.n) / ROW_STEP);
    let limit = limits.get(size);
    if (limit === undefined) {
      const scale = nullScale(whole.chosen, reference, chunk.sample, { alpha: options.alpha ?? 0.05, draws: 199 });
      limit = isDriftError(scale) ? NaN : scale.limit.value;
      limits.set(size, limit);
    }
    const value = valueOf(chunk, at);
    return Number.isNaN(limit) ? { value, limit, effect: NaN, level: 'few' } : judged(value, limit, 'high');
  };
}
