import { isAbsent, type Absent } from '../../report/absent.ts';
import type { FeatureDetail } from '../../report/detail.ts';
import { LEVELS, levelOf } from '../../report/level.ts';
import type { ChunkVerdicts } from '../chunks/judge-chunks.ts';
import { formats } from '../format.ts';
import type { MetricGroup } from '../metric-groups.ts';
import { numbersOf, whyOf } from '../numbers.ts';
import type { FeatureJudgement } from '../score-judgements.ts';
import { chunksOfHistory } from '../score-history.ts';
import type { AnalysisSettings } from '../settings.ts';
import { calendarOfChunks } from './calendar/calendar.ts';
import type { Bounds } from './only.ts';
import { scoreOverTime } from './over-time/score-over-time.ts';
import type { Source } from './source.ts';

/** What one feature's scores tell. */
export interface ScoreParts extends Pick<FeatureDetail, 'scope' | 'numbers' | 'sentence' | 'overTime' | 'calendar'> {
  chunks: ChunkVerdicts | undefined;
}

/** How to get what scores do not carry. */
export const NO_ROWS: Absent = {
  absent:
    'Scores alone carry no values. Add two queries with rows or counts of this feature, reference and current, to see it here.',
};

const NO_HISTORY: Absent = {
  absent:
    'Fewer than two numbers of this feature in the time range: query a time series of scores, or widen the range.',
};

/** Verdict, history and calendar of one feature from the scores of the chosen metric. */
export function scoreParts(
  judgement: FeatureJudgement,
  { group, axis, chunk }: { group: MetricGroup; axis: Source['axis']; chunk: (Bounds & { at: number }) | undefined },
  settings: AnalysisSettings
): ScoreParts {
  const words = formats(settings);
  const { meaning } = group;
  const { feature, state, history } = judgement;
  const metric = group.series[0]?.metric ?? '';
  const chunks = isAbsent(axis) ? undefined : chunksOfHistory(history, axis);
  const steps =
    isAbsent(axis) || !chunks ? [] : Array.from(axis.from, (time, at) => ({ time, effect: chunks.effect[at] ?? NaN }));
  const points = history.map(({ time, value, few, effect }) => ({
    from: time,
    level: Number.isNaN(value)
      ? ('no data' as const)
      : few
        ? ('few' as const)
        : effect === undefined
          ? ('unjudged' as const)
          : levelOf(effect),
    ...(!few && effect !== undefined && !Number.isNaN(value) && { effect }),
  }));
  const spoken =
    chunk && chunks
      ? chunkInWords(judgement, { chunks, chunk, name: meaning?.label ?? metric }, settings)
      : {
          scope: 'The newest number of the scores',
          numbers: numbersOf(judgement, { meaning, metric, formats: words }),
          sentence: `${feature}: ${state}, ${whyOf(judgement, meaning, settings)}.`,
        };
  return {
    ...spoken,
    chunks,
    overTime: scoreOverTime({ feature, history, chunks: steps, meaning, metric }, settings, words) ?? NO_HISTORY,
    calendar: calendarOfChunks(points, settings, words),
  };
}

function chunkInWords(
  { feature }: FeatureJudgement,
  { chunks, chunk, name }: { chunks: ChunkVerdicts; chunk: Bounds & { at: number }; name: string },
  settings: AnalysisSettings
): Pick<FeatureDetail, 'scope' | 'numbers' | 'sentence'> {
  const words = formats(settings);
  const { at } = chunk;
  const range = words.range(chunk.from, chunk.to);
  const [value, limit] = [chunks.value[at] ?? NaN, chunks.limit[at] ?? NaN];
  const level = LEVELS[chunks.level[at] ?? 0] ?? 'no data';
  const scope = `${range}, the middle number of the scores`;
  if (level === 'no data') {
    return { scope, numbers: `${name}: no data`, sentence: `${feature}, ${range}: no number of the scores.` };
  }
  const held = Number.isNaN(limit) ? 'no limit known' : `limit ${words.number(limit)}`;
  const state =
    level === 'few'
      ? 'too few rows for a verdict'
      : level === 'unjudged'
        ? 'not judged, no limit is known'
        : `${words.effect(chunks.effect[at])} × its limit`;
  return {
    scope,
    numbers: `${name} ${words.number(value)}, ${held}`,
    sentence: `${feature}, ${range}: ${state}.`,
  };
}
