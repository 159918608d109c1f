import {
  assess,
  compare,
  isDriftError,
  sortedSample,
  type AssessManyOptions,
  type BinnedCounts,
  type CategoryCounts,
  type Limit,
  type Measurement,
  type Preset,
  type Sample,
} from '@soundcheck/drift';
import { levelIndex, levelOf, type Level } from '../../report/level.ts';
import type { Work } from '../../run/analyst.ts';
import { chunkRule } from './chunk-rule.ts';

/** One feature's chunks, judged; one entry a chunk. */
export interface ChunkVerdicts {
  effect: Float32Array;
  /** Index into `LEVELS`. */
  level: Uint8Array;
  value: Float64Array;
  limit: Float64Array;
  nCurrent: Float64Array;
}

/** What the chunks of a feature are held against. */
export interface ChunkContext {
  /** Sorted, or counts. */
  reference: Sample;
  /** How the feature as a whole was measured. */
  whole: Measurement;
  options: AssessManyOptions;
  /** The limit that is given, or learned from chunks of the reference. */
  limit?: Limit;
  /** Below it no chunk is judged; 0 for presets of other tools, which have their own. */
  minRows: number;
  /** Chunks near their limit are looked at once more by the exact law. */
  exact: boolean;
}

/** What a chunk is worth. */
export interface Judged {
  value: number;
  limit: number;
  /** Value ÷ limit, as `effectOverLimit` has it; NaN where there is none. */
  effect: number;
  /** In place of a level by the effect. */
  level?: Level;
}

/** A chunk made ready for comparison. */
export interface ReadyChunk {
  sample: Sample;
  n: number;
}

const PATIENCE = 16;

/** Compares each chunk with the reference by the test of the feature. Yields the number of chunks done. */
export function* judgeChunks(context: ChunkContext, chunks: readonly Sample[]): Work<ChunkVerdicts> {
  const verdicts = noVerdicts(chunks.length);
  const rule = chunkRule(context, chunks);
  for (let at = 0; at < chunks.length; at++) {
    const chunk = ready(chunks[at] ?? new Float64Array());
    verdicts.nCurrent[at] = chunk.n;
    const judged = judgeOne(chunk, context, () => rule(chunk, at));
    verdicts.value[at] = judged.value;
    verdicts.limit[at] = judged.limit;
    verdicts.effect[at] = judged.effect;
    verdicts.level[at] = levelIndex(judged.level ?? levelOf(judged.effect));
    if (at % PATIENCE === PATIENCE - 1) {
      yield { share: (at + 1) / chunks.length, doing: '' };
    }
  }
  return verdicts;
}

/** So many chunks without a verdict. */
export function noVerdicts(length: number): ChunkVerdicts {
  return {
    effect: new Float32Array(length).fill(NaN),
    level: new Uint8Array(length),
    value: new Float64Array(length).fill(NaN),
    limit: new Float64Array(length).fill(NaN),
    nCurrent: new Float64Array(length),
  };
}

const none = (level: Level): Judged => ({ value: NaN, limit: NaN, effect: NaN, level });

function judgeOne({ n }: ReadyChunk, { minRows }: ChunkContext, judge: () => Judged): Judged {
  if (!(n > 0)) {
    return none(n === 0 ? 'no data' : 'unjudged');
  }
  return n < minRows ? none('few') : judge();
}

/** Numbers sorted, rows with a value counted; NaN where a count is none. */
function ready(sample: Sample): ReadyChunk {
  if (sample instanceof Float64Array) {
    const sorted = sortedSample(sample);
    return { sample: sorted, n: sorted.sorted.length };
  }
  return { sample, n: isCounts(sample) ? sumOf(sample.counts) : NaN };
}

export function isCounts(sample: Sample): sample is BinnedCounts | CategoryCounts {
  return 'counts' in sample;
}

function sumOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] ?? 0;
    sum += count >= 0 ? count : NaN;
  }
  return Number.isFinite(sum) ? sum : NaN;
}

/** As the whole feature is judged, chunk by chunk: right for every test and preset, and slow. */
export function judgeByAssess({ reference, whole, options, limit }: ChunkContext, chunk: ReadyChunk): Judged {
  const found = assess(reference, chunk.sample, {
    ...options,
    ...(limit && { limit }),
    ...(options.preset && { preset: withRule(options.preset, whole) }),
    nullScale: { draws: 199 },
  });
  const { state, comparison, effectOverLimit = NaN } = found;
  if (state === 'no data' || state === 'too few rows') {
    return none(state === 'no data' ? 'no data' : 'few');
  }
  const judged = { value: comparison?.value ?? NaN, limit: found.limit?.value ?? NaN, effect: effectOverLimit };
  return state === 'unknown scale' ? { ...judged, level: 'unjudged' } : judged;
}

/** The preset with the rule that it learned from the reference, which is the same for all chunks. */
function withRule(preset: Preset, { rule }: Measurement): Preset {
  return {
    ...preset,
    choose: (facts) => {
      const choice = preset.choose(facts);
      return isDriftError(choice) || typeof choice.rule !== 'function' || !rule ? choice : { ...choice, rule };
    },
  };
}

/** p of the chunk by the exact law of the test. */
export function exactP({ reference, whole }: ChunkContext, chunk: ReadyChunk): number {
  const found = compare(whole.test, reference, chunk.sample, whole.chosen.options);
  return isDriftError(found) ? NaN : (found.pValue ?? NaN);
}
