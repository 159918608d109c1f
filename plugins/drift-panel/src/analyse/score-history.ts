import type { Persistence } from '@soundcheck/drift';
import { levelIndex, levelOf, type Level } from '../report/level.ts';
import type { ChunkAxis } from './chunk-axis.ts';
import { chunkAt } from './chunks/chunk-samples.ts';
import { noVerdicts, type ChunkVerdicts } from './chunks/judge-chunks.ts';
import { onAt, type Run } from './chunks/runs.ts';
import { parseStep, roundStep, stepName } from './chunks/steps.ts';
import type { Judged } from './judge-sample.ts';
import type { AnalysisSettings } from './settings.ts';

/** A judged number and when it was. */
export interface TimedJudgement extends Judged {
  time: number;
}

/** The middle distance between neighbouring samples; undefined with fewer than two. */
export function sampleStep(times: readonly number[]): number | undefined {
  const gaps = times
    .slice(1)
    .map((time, at) => time - (times[at] ?? time))
    .filter((gap) => gap > 0);
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
}

/**
 * Chunks over the panel's time range, aligned to the epoch as alert rules are: as the options say, else the finest with
 * room on the screen. None is finer than the samples. A score is no row, so `size` counts nothing here.
 */
export function scoreAxis(settings: AnalysisSettings, finest: number): ChunkAxis {
  const { from, to } = settings;
  const step = stepOf(settings, finest);
  const first = Math.floor(from / step) * step;
  const starts = Float64Array.from(
    { length: Math.max(0, Math.ceil((to - first) / step)) },
    (_, at) => first + at * step
  );
  return { from: starts, to: starts.map((start) => start + step), title: `median of each ${stepName(step)}` };
}

function stepOf({ from, to, mostChunks, chunks: { by, every, n } }: AnalysisSettings, finest: number): number {
  const wanted = by === 'time' ? parseStep(every) : by === 'count' && n >= 1 ? (to - from) / n : undefined;
  return wanted === undefined
    ? roundStep(Math.max(finest, (to - from) / Math.max(1, mostChunks)))
    : Math.max(finest, wanted);
}

/**
 * One entry a chunk: the sample with the median effect. Not the highest: the limit holds for one number, and the highest
 * of six passes it by chance far more often than one in twenty.
 */
export function chunksOfHistory(history: readonly TimedJudgement[], axis: ChunkAxis): ChunkVerdicts {
  const verdicts = noVerdicts(axis.from.length);
  const buckets = new Map<number, TimedJudgement[]>();
  for (const sample of history) {
    if (!Number.isNaN(sample.value)) {
      const at = chunkAt(axis, sample.time);
      const bucket = buckets.get(at);
      if (bucket) {
        bucket.push(sample);
      } else {
        buckets.set(at, [sample]);
      }
    }
  }
  for (const [at, inside] of buckets) {
    if (at >= 0) {
      const judged = inside.filter(({ few, effect }) => !few && effect !== undefined);
      const sorted = judged.sort((a, b) => (a.effect ?? 0) - (b.effect ?? 0));
      const middle = sorted[Math.floor((sorted.length - 1) / 2)];
      const shown = middle ?? inside[inside.length - 1];
      const level: Level = middle ? levelOf(middle.effect) : inside.every(({ few }) => few) ? 'few' : 'unjudged';
      verdicts.level[at] = levelIndex(level);
      verdicts.effect[at] = middle?.effect ?? NaN;
      verdicts.value[at] = shown?.value ?? NaN;
      verdicts.limit[at] = middle?.limit?.value ?? NaN;
      verdicts.nCurrent[at] = shown?.nCurrent ?? NaN;
    }
  }
  return verdicts;
}

/**
 * The current run over the limit by the persistence rule, over samples; a gap longer than three steps ends a run.
 * @returns `from`: time of its first sample
 */
export function currentRun(
  history: readonly TimedJudgement[],
  step: number | undefined,
  persistence: Persistence = { need: 1, of: 1 }
): Run | undefined {
  const on = onAt(
    history.map(({ over, few, value }) => (few || Number.isNaN(value) ? null : over)),
    persistence
  );
  let after: number | undefined;
  for (let at = history.length - 1; at >= 0; at--) {
    const time = history[at]?.time ?? NaN;
    const gap = after !== undefined && step !== undefined && after - time > 3 * step;
    if (gap || !on[at]) {
      break;
    }
    after = time;
  }
  return after === undefined ? undefined : { from: after, open: after === history[0]?.time };
}
