import { effectOverLimit, type Assessment, type Direction } from '@soundcheck/drift';
import type { Absent } from '../../../report/absent.ts';
import type { OverTime, OverTimePoint } from '../../../report/history.ts';
import { LEVELS, type Level } from '../../../report/level.ts';
import type { ChunkAxis } from '../../chunk-axis.ts';
import type { ChunkVerdicts } from '../../chunks/judge-chunks.ts';
import { currentRunOf, overOf } from '../../chunks/runs.ts';
import type { Formats } from '../../format.ts';
import { directionOf, testTitle } from '../../test-words.ts';
import type { AnalysisSettings } from '../../settings.ts';
import { changesOf } from './changes.ts';
import { yRange } from './y-range.ts';

/** What there is to draw of one feature's chunks. */
export interface ChunkHistory {
  feature: string;
  axis: ChunkAxis;
  chunks: ChunkVerdicts;
  /** Of the feature as a whole: test, origin of the limit, rows of the reference. */
  assessment: Assessment;
  /** The value that 1 − alpha of chunks of these rows do not pass without drift; absent where it is `chunks.limit`. */
  scale?: Float64Array;
  /** Values of the chunks of the reference, mean ± 3 sd. */
  referenceBand?: NonNullable<OverTime['referenceBand']>;
}

/** How the chunks go onto an axis on which up is towards drift. */
interface Scale {
  title: string;
  y: (at: number) => number;
  limit: (at: number) => number;
  /** End of the sampling band; NaN where it is not known. */
  band: (at: number) => number;
  /** The axis is in the unit of the number. */
  inValues: boolean;
}

/** Drift over time of one feature of rows or counts: a point a chunk, with its own limit. */
export function chunksOverTime(history: ChunkHistory, settings: AnalysisSettings, formats: Formats): OverTime | Absent {
  const { feature, axis, chunks, assessment, referenceBand } = history;
  const last = axis.from.length - 1;
  if (last < 0 || assessment.test === undefined) {
    return { absent: last < 0 ? 'There is no chunk in this time range.' : assessment.reason };
  }
  const scale = scaleOf(history);
  const shown = scale.inValues ? referenceBand : undefined;
  const drawn = Array.from(axis.from, (_, at) => [scale.y(at), scale.limit(at), scale.band(at)]).flat();
  const range = yRange([...drawn, ...(shown ? [shown.high] : [])]);
  const points = Array.from(axis.from, (_, at) => pointOf(at, history, { scale, yMax: range.yMax, formats }));
  const run = currentRunOf(overOf(chunks.level), settings.persistence);
  const since = run && !run.open ? axis.from[run.from] : undefined;
  return {
    feature,
    title: scale.title,
    points,
    ticks: [],
    ...range,
    limitLabel: limitLabel(history, { scale, settings, formats }),
    ...(shown && { referenceBand: shown }),
    ...(since !== undefined && { since: { time: since, text: `since ${formats.time(since)}` } }),
    changes: changesOf(
      Array.from(axis.from, (time, at) => ({ time, effect: chunks.effect[at] ?? NaN })),
      formats
    ),
    from: axis.from[0] ?? settings.from,
    to: axis.to[last] ?? settings.to,
  };
}

/**
 * In the unit of the number where that, held against its limit, is what was judged; else (p-values of other tools' rules,
 * tests whose low values speak of drift) by effect ÷ limit.
 */
function scaleOf({ chunks, assessment, scale }: ChunkHistory): Scale {
  const { test } = assessment;
  const direction = test ? directionOf(test) : 'high';
  const name = test ? testTitle(test) : 'number';
  if (direction === 'low' || !agree(chunks, direction)) {
    return {
      title: `${name}: effect ÷ limit of each chunk`,
      y: (at) => chunks.effect[at] ?? NaN,
      limit: (at) => (Number.isNaN(chunks.effect[at] ?? NaN) ? NaN : 1),
      band: (at) => (assessment.basis === 'significance' && !Number.isNaN(chunks.effect[at] ?? NaN) ? 1 : NaN),
      inValues: false,
    };
  }
  const size = (value: number | undefined) => (direction === 'two-sided' ? Math.abs(value ?? NaN) : (value ?? NaN));
  const band = scale ?? (assessment.basis === 'significance' ? chunks.limit : undefined);
  return {
    title: `${name} of each chunk${direction === 'two-sided' ? ', without sign' : ''}`,
    y: (at) => size(chunks.value[at]),
    limit: (at) => chunks.limit[at] ?? NaN,
    band: (at) => band?.[at] ?? NaN,
    inValues: true,
  };
}

/** Chunks near their limit are judged by their exact p, which may part from the ratio by so much. */
const NEAR = 0.11;

function agree({ effect, value, limit }: ChunkVerdicts, direction: Direction): boolean {
  return effect.every((found, at) => {
    const ratio = effectOverLimit(value[at] ?? NaN, direction, limit[at] ?? NaN);
    return (
      Number.isNaN(found) || found === 0 || (ratio !== undefined && Math.abs(found - ratio) < NEAR * Math.max(1, ratio))
    );
  });
}

function pointOf(
  at: number,
  { axis, chunks, assessment }: ChunkHistory,
  { scale, yMax, formats }: { scale: Scale; yMax: number; formats: Formats }
): OverTimePoint {
  const [from, to] = [axis.from[at] ?? NaN, axis.to[at] ?? NaN];
  const [y, limit, band] = [scale.y(at), scale.limit(at), scale.band(at)];
  const level: Level = LEVELS[chunks.level[at] ?? 0] ?? 'no data';
  const over = LEVELS.indexOf(level) >= LEVELS.indexOf('over');
  return {
    from,
    to,
    y: Number.isNaN(y) ? null : Math.min(y, yMax),
    limit: Number.isFinite(limit) ? limit : null,
    ...(Number.isFinite(band) && { band: [0, band] as const }),
    level,
    over,
    title: `${formats.range(from, to)}: ${wordsOf(at, level, { chunks, assessment, formats })}`,
  };
}

function wordsOf(
  at: number,
  level: Level,
  { chunks, assessment, formats }: Pick<ChunkHistory, 'chunks' | 'assessment'> & { formats: Formats }
): string {
  const [value, limit, n] = [chunks.value[at] ?? NaN, chunks.limit[at] ?? NaN, chunks.nCurrent[at] ?? NaN];
  const rows = Number.isNaN(n) ? 'n unknown' : `n ${formats.count(assessment.nReference)} v ${formats.count(n)}`;
  if (level === 'no data' || level === 'few') {
    return level === 'few' ? `too few rows, ${rows}` : 'no data';
  }
  const name = assessment.test ? testTitle(assessment.test) : 'number';
  const parts = [
    Number.isNaN(value) ? '' : `${name} ${formats.number(value)}`,
    Number.isNaN(limit) ? '' : `limit ${formats.number(limit)}`,
    level === 'unjudged' ? 'not judged' : `${formats.effect(chunks.effect[at])} × limit`,
    rows,
  ];
  return parts.filter(Boolean).join(', ');
}

/** The limit of the newest judged chunk, with its origin. */
function limitLabel(
  { chunks, assessment }: ChunkHistory,
  { scale, settings, formats }: { scale: Scale; settings: AnalysisSettings; formats: Formats }
): string {
  let at = chunks.effect.length - 1;
  while (at >= 0 && Number.isNaN(chunks.effect[at] ?? NaN)) {
    at -= 1;
  }
  const limit = scale.limit(at);
  if (at < 0 || Number.isNaN(limit)) {
    return '';
  }
  const value = `limit ${formats.number(limit)}`;
  if (assessment.basis === 'limit' && assessment.limit) {
    return `${value}, ${assessment.limit.origin}`;
  }
  if (!scale.inValues) {
    return `${value}: effect ÷ limit, ${settings.preset === 'soundcheck' ? `at ${formats.share(settings.alpha)}` : `by the rule of ${settings.preset}`}`;
  }
  const [kind = 'value without drift'] = /^critical \S+/.exec(assessment.limit?.origin ?? '') ?? [];
  const n = `n = ${formats.count(assessment.nReference)} v ${formats.count(chunks.nCurrent[at] ?? NaN)}`;
  return `${value}, ${kind} for ${n} at ${formats.share(settings.alpha)}`;
}
