import { isMetricKey, type Meaning } from '@soundcheck/query';
import type { DataSet } from '../read/data-set.ts';
import type { FeatureReport } from '../report/report.ts';
import type { FeatureResult } from '../report/result.ts';
import type { Work } from '../run/analyst.ts';
import type { ChunkVerdicts } from './chunks/judge-chunks.ts';
import { formats, type Formats } from './format.ts';
import { heatmapTitle } from './heatmap.ts';
import type { Importance } from './importance.ts';
import type { MetricGroup } from './metric-groups.ts';
import { numbersOf, whyOf } from './numbers.ts';
import { byEffect } from './orders.ts';
import type { PartReport } from './part-report.ts';
import { becauseOf } from './rows/row-feature.ts';
import { rowVerdicts, type RowVerdict } from './rows/row-verdicts.ts';
import { chunksOfHistory, sampleStep, scoreAxis } from './score-history.ts';
import { featureOf, judgeGroup, type FeatureJudgement } from './score-judgements.ts';
import type { AnalysisSettings } from './settings.ts';
import { rangeOf, trustOf } from './trust.ts';
import { FLAGS } from './words.ts';

/** What a report on scores is made with. */
export interface ScoreContext {
  settings: AnalysisSettings;
  importance: Importance;
}

const NO_HISTORY = 'One number a feature and no history: query a time series of scores to see drift over time.';

/** Ranking, verdict and heatmap from the scores of one metric; twins, quality and reasons from rows, where there are any. */
export function* scoreReport(
  data: DataSet,
  group: MetricGroup,
  { settings, importance }: ScoreContext
): Work<PartReport> {
  const { meaning } = group;
  const words = formats(settings);
  const judgements = yield* judgeGroup(group, settings);
  const rows = yield* rowsBeside(data, group, { settings, importance });
  const steps = judgements.flatMap(({ history }) => sampleStep(history.map(({ time }) => time)) ?? []);
  const finest = steps.reduce((least, step) => Math.min(least, step), Infinity);
  const axis = steps.length > 0 ? scoreAxis(settings, finest) : { absent: NO_HISTORY };
  const chunks = new Map<string, ChunkVerdicts>();
  if (!('absent' in axis)) {
    for (const { feature, history } of judgements) {
      yield { share: 0.9, doing: 'cutting into chunks' };
      chunks.set(feature, chunksOfHistory(history, axis));
    }
  }
  const byName = new Map(judgements.map((judgement) => [judgement.feature, judgement]));
  const features = byEffect(
    judgements.map((judgement) =>
      featureReport(judgement, rows.get(judgement.feature), { group, settings, importance })
    )
  );
  return {
    features,
    findings: features.map(({ feature, state }) => ({
      feature,
      state,
      when: whenOf(byName.get(feature), settings),
      because: becauseOf(rows.get(feature)?.assessment),
    })),
    milder: false,
    trust: trustOf(judgements, meaning, settings),
    understood: understoodOf(data, group, { judgements, words }),
    effectTitle: effectTitleOf(meaning),
    axis,
    chunks,
    heatmapTitle: 'absent' in axis ? '' : heatmapTitle(axis, axis.title, settings),
    quality: [...rows.values()].map(({ quality }) => quality),
    notices:
      settings.limit.by === 'deviations' || settings.limit.by === 'quantile'
        ? ['Limits from chunks of the reference need rows: scores are judged by the limit that comes with them.']
        : [],
  };
}

/** The rows of the same features, as a whole: nothing over time, which the scores tell. */
function* rowsBeside(
  data: DataSet,
  { series }: MetricGroup,
  { settings, importance }: ScoreContext
): Work<Map<string, RowVerdict>> {
  const names = new Set(series.map(featureOf));
  const tables = data.tables.map((table) => ({
    ...table,
    columns: table.columns.filter(({ feature }) => names.has(feature)),
  }));
  const counts = data.counts.filter(({ feature }) => names.has(feature));
  const beside = { ...data, tables, counts };
  const limit = { ...settings.limit, by: 'significance' as const };
  const context = { settings: { ...settings, limit }, importance, formats: formats(settings), axis: { absent: '' } };
  const found = yield* rowVerdicts(beside, context);
  return new Map(found.verdicts.map((verdict) => [verdict.data.feature, verdict]));
}

function featureReport(
  judgement: FeatureJudgement,
  rows: RowVerdict | undefined,
  { group: { meaning, needsNumeric, series }, settings, importance }: ScoreContext & { group: MetricGroup }
): FeatureReport {
  const words = formats(settings);
  const metric = series[0]?.metric ?? '';
  const { feature, state, now, run, pAdjusted } = judgement;
  const effect = now && !now.few ? now.effect : undefined;
  const since = run && !run.open ? run.from : undefined;
  const weight = importance.of(feature);
  return {
    feature,
    kind: rows?.data.kind ?? (needsNumeric ? 'numeric' : 'unknown'),
    state,
    why: whyOf(judgement, meaning, settings),
    effectText: words.effect(effect),
    pText: words.p(pAdjusted),
    numbers: numbersOf(judgement, { meaning, metric, formats: words }),
    flags: [FLAGS[state], ...(rows?.assessment ? rows.quality.broken.map(({ mark }) => mark) : [])].filter(Boolean),
    row: -1,
    ...(effect !== undefined && { effect }),
    ...(since !== undefined && { since }),
    ...(rows?.twin && { twin: rows.twin }),
    ...(weight !== undefined && { importance: weight }),
    result: resultOf(judgement, { meaning, metric, valueIs: series[0]?.valueIs ?? '' }, since),
  };
}

function resultOf(
  { feature, state, now, pValue, pAdjusted }: FeatureJudgement,
  { meaning, metric, valueIs }: { meaning: Meaning | undefined; metric: string; valueIs: string },
  since: number | undefined
): FeatureResult {
  return {
    feature,
    state,
    test: `${metric} ${valueIs}`.trim(),
    ...(meaning && { variant: meaning.label }),
    ...(now && { value: now.value }),
    ...(now?.limit && { limit: now.limit }),
    ...(pValue !== undefined && { pValue }),
    ...(pAdjusted !== undefined && { adjustedPValue: pAdjusted }),
    ...(now?.effect !== undefined && { effectOverLimit: now.effect }),
    ...(now?.nReference !== undefined && { nReference: now.nReference }),
    ...(now?.nCurrent !== undefined && { nCurrent: now.nCurrent }),
    ...(since !== undefined && { since }),
  };
}

function effectTitleOf(meaning: Meaning | undefined): string {
  if (meaning?.valueIs === 'p_value') {
    return `ln p ÷ ln limit of the ${meaning.label}: 1 is at the limit, more is drift`;
  }
  return `${meaning?.label ?? 'value'} ÷ its limit: 1 is at the limit, more is drift`;
}

/** Since when, as far as the history tells: a run that fills it may have begun before. */
function whenOf(judgement: FeatureJudgement | undefined, settings: AnalysisSettings): string {
  const { run, history = [] } = judgement ?? {};
  const { time } = formats(settings);
  const step = sampleStep(history.map((one) => one.time));
  if (!run || step === undefined) {
    return '';
  }
  if (!run.open) {
    return ` since ${time(run.from)}`;
  }
  return run.from - settings.from > 2 * step
    ? ` since its first number at ${time(run.from)}`
    : ' over the whole time range';
}

const SERVICES = { java: 'the Java service', python: 'the Python service' } as const;

/** "13 features, scores; KS distance D of the Python service, model jukebox, 5,000 v 500 rows". */
function understoodOf(
  { understood }: DataSet,
  { series, meaning }: MetricGroup,
  { judgements, words }: { judgements: readonly FeatureJudgement[]; words: Formats }
): string {
  const [first] = series;
  const what = meaning?.label ?? `${first?.metric || 'number'} of unknown scale`;
  const whose = first?.dialect && isMetricKey(first.metric) ? ` of ${SERVICES[first.dialect]}` : '';
  const model = first?.model ? `, model ${first.model}` : '';
  const n = rangeOf(
    judgements.map(({ now }) => now?.nReference),
    words
  );
  const m = rangeOf(
    judgements.map(({ now }) => now?.nCurrent),
    words
  );
  return [understood, `${what}${whose}${model}, ${n && m ? `${n} v ${m} rows` : 'n unknown'}`]
    .filter(Boolean)
    .join('; ');
}
