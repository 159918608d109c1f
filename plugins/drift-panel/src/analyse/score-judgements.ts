import { adjust, type Limit, type State } from '@soundcheck/drift';
import type { Meaning } from '@soundcheck/query';
import type { ScoreSeries } from '../read/score-series.ts';
import type { Work } from '../run/analyst.ts';
import type { Run } from './chunks/runs.ts';
import { judgeSample, type Judged } from './judge-sample.ts';
import { givenLimits, limitFinder, type LimitFinder } from './limit-finder.ts';
import type { MetricGroup } from './metric-groups.ts';
import { pValueOf } from './p-value.ts';
import { currentRun, sampleStep, type TimedJudgement } from './score-history.ts';
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

/** What the series of a group share. */
interface GroupScale {
  meaning: Meaning | undefined;
  findLimit: LimitFinder;
  /** Time of the newest sample of all. */
  newest: number;
  settings: AnalysisSettings;
}

type Uncorrected = Omit<FeatureJudgement, 'state' | 'pAdjusted'> & { byLimit: boolean };

/** Name of a series' feature, with what tells it from others of the same feature. */
export function featureOf({ feature, extra }: ScoreSeries): string {
  return extra ? `${feature} (${extra})` : feature;
}

/** Judges the newest sample of every feature of a group, corrected for their number, and each sample of its history. */
export function* judgeGroup({ series, meaning }: MetricGroup, settings: AnalysisSettings): Work<FeatureJudgement[]> {
  const newest = series.reduce((latest, { samples }) => Math.max(latest, lastTimeOf(samples)), -Infinity);
  const scale = { meaning, findLimit: limitFinder(settings.alpha), newest, settings };
  const judged: Uncorrected[] = [];
  for (const one of series) {
    const doing = `judging ${one.feature}, ${judged.length + 1} of ${series.length}`;
    yield { share: judged.length / series.length, doing };
    judged.push(judgeSeries(one, scale));
  }
  const adjusted = adjust(
    judged.map(({ pValue, byLimit }) => (byLimit ? NaN : (pValue ?? NaN))),
    settings.correction
  );
  return judged.map(({ byLimit, ...one }, at) => {
    const pAdjusted = one.pValue === undefined || byLimit ? undefined : adjusted[at];
    const state = stateOf(one.now, pAdjusted, { meaning, alpha: settings.alpha });
    return { ...one, state, ...(pAdjusted !== undefined && { pAdjusted }) };
  });
}

function lastTimeOf(samples: ScoreSeries['samples']): number {
  return samples[samples.length - 1]?.time ?? -Infinity;
}

function judgeSeries(one: ScoreSeries, { meaning, findLimit, newest, settings }: GroupScale): Uncorrected {
  const feature = featureOf(one);
  const ownLimit = limitOfOptions(one.feature, settings);
  const scale = { meaning, findLimit, givenLimit: givenLimits(one.limitOrigin), ...(ownLimit && { ownLimit }) };
  const history: TimedJudgement[] = [];
  for (const sample of one.samples) {
    if (sample.time !== undefined && Number.isFinite(sample.time)) {
      history.push(Object.assign(judgeSample(sample, scale, settings), { time: sample.time }));
    }
  }
  const step = sampleStep(history.map(({ time }) => time));
  const last = one.samples[one.samples.length - 1];
  const lastTime = last?.time;
  const ended = lastTime !== undefined && step !== undefined && newest - lastTime > STEPS_TO_END * step;
  const now = last && !ended && !Number.isNaN(last.value) ? judgeSample(last, scale, settings) : undefined;
  const run = now?.over ? currentRun(history, step, settings.persistence) : undefined;
  // Too few rows are not judged, so they are no comparison to correct for either.
  const pValue = now && last && !now.few ? pValueOf(last, now, meaning) : undefined;
  return {
    feature,
    history,
    byLimit: ownLimit !== undefined,
    ...(now && { now }),
    ...(pValue !== undefined && { pValue }),
    ...(run && { run }),
    ...(ended && { endedAt: lastTime }),
  };
}

/** The limit that the options set, in place of those of the data and of the catalogue. */
function limitOfOptions(feature: string, { limit, thresholds }: AnalysisSettings): Limit | undefined {
  if (limit.by === 'constant' && Number.isFinite(limit.value)) {
    return { value: limit.value, origin: "set in the panel's options" };
  }
  const threshold = Object.hasOwn(thresholds, feature) ? thresholds[feature] : undefined;
  return limit.by === 'thresholds' && threshold !== undefined && Number.isFinite(threshold)
    ? { value: threshold, origin: 'threshold of the field' }
    : undefined;
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
