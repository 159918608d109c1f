import { adjust, type State } from '@soundcheck/drift';
import type { Meaning } from '@soundcheck/query';
import { currentRun, sampleStep, type Run, type TimedJudgement } from './chunks.ts';
import { judgeSample, type Judged } from './judge-sample.ts';
import { givenLimits, limitFinder } from './limit-finder.ts';
import type { MetricGroup } from './metric-groups.ts';
import { pValueOf } from './p-value.ts';
import type { AnalysisSettings } from './settings.ts';

/** Everything the report says about one feature of a score metric. */
export interface FeatureJudgement {
  feature: string;
  state: State;
  /** The newest sample; absent where there is none, or only old ones. */
  now?: Judged;
  pValue?: number;
  pAdjusted?: number;
  /** The run over the limit that still goes on. */
  run?: Run;
  history: TimedJudgement[];
  /** When the number stopped, where others of the group went on. */
  endedAt?: number;
}

/** A series counts as ended when others have gone on for this many steps. */
const STEPS_TO_END = 5;

/** Judges the newest sample of every feature of a group, corrected for their number, and each sample of its history. */
export function judgeGroup({ series, meaning }: MetricGroup, settings: AnalysisSettings): FeatureJudgement[] {
  const findLimit = limitFinder(settings.alpha);
  const newest = Math.max(...series.flatMap(({ samples }) => samples[samples.length - 1]?.time ?? []));
  const judged = series.map((one) => {
    const scale = { meaning, findLimit, givenLimit: givenLimits(one.limitOrigin) };
    const history: TimedJudgement[] = [];
    for (const sample of one.samples) {
      if (sample.time !== undefined) {
        history.push(Object.assign(judgeSample(sample, scale, settings), { time: sample.time }));
      }
    }
    const step = sampleStep(history.map(({ time }) => time));
    const last = one.samples[one.samples.length - 1];
    const lastTime = last?.time;
    const ended = lastTime !== undefined && step !== undefined && newest - lastTime > STEPS_TO_END * step;
    const now = last && !ended && !Number.isNaN(last.value) ? judgeSample(last, scale, settings) : undefined;
    const pValue = now && last ? pValueOf(last, now, meaning) : undefined;
    return {
      feature: one.extra ? `${one.feature} (${one.extra})` : one.feature,
      now,
      // Too few rows are not judged, so they are no comparison to correct for either.
      pValue: now?.few ? undefined : pValue,
      run: currentRun(history, step),
      history,
      endedAt: ended ? lastTime : undefined,
    };
  });
  const adjusted = adjust(
    judged.map(({ pValue }) => pValue ?? NaN),
    settings.correction
  );
  return judged.map(({ feature, now, pValue, run, history, endedAt }, at) => {
    const pAdjusted = pValue === undefined ? undefined : adjusted[at];
    const state = stateOf(now, pAdjusted, { meaning, alpha: settings.alpha });
    return {
      feature,
      state,
      history,
      ...(now && { now }),
      ...(pValue !== undefined && { pValue }),
      ...(pAdjusted !== undefined && { pAdjusted }),
      ...(run && now?.over && { run }),
      ...(endedAt !== undefined && { endedAt }),
    };
  });
}

/**
 * Drift: over the limit, and significant after the correction where a p-value is known. Over the limit but not
 * significant once corrected is possible. A number without scale or limit is never judged.
 */
function stateOf(
  now: Judged | undefined,
  pAdjusted: number | undefined,
  { meaning, alpha }: { meaning: Meaning | undefined; alpha: number }
): State {
  if (!now) {
    return 'no data';
  }
  if (!meaning || now.effect === undefined) {
    return 'unknown scale';
  }
  if (now.few) {
    return 'too few rows';
  }
  if (!now.over) {
    return 'no drift';
  }
  return pAdjusted === undefined || pAdjusted <= alpha ? 'drift' : 'possible';
}
