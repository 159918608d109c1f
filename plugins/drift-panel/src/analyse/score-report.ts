import type { Meaning } from '@soundcheck/query';
import type { FeatureReport, Report } from '../report/report.ts';
import { cellsOf, chunksOf, sampleStep, stripOf } from './chunks.ts';
import { formatEffect, formatP } from './format.ts';
import { headlineOf } from './headline.ts';
import type { MetricGroup } from './metric-groups.ts';
import { numbersOf, whyOf } from './numbers.ts';
import type { RowFindings } from './row-findings.ts';
import { byEffect, effectMaxOf } from './rank.ts';
import { judgeGroup, type FeatureJudgement } from './score-judgements.ts';
import type { AnalysisSettings } from './settings.ts';
import { trustOf } from './trust.ts';
import { understoodScores } from './understood-words.ts';
import { FLAGS } from './words.ts';

/** The part of a report that comes from scores; the caller adds the choices and what could not be read. */
export type PartReport = Omit<Report, 'choices' | 'chosen' | 'notices'>;

export interface ScoreAnalysis {
  report: PartReport;
  judgements: FeatureJudgement[];
}

/**
 * Ranking, verdict and history from the scores of one metric; the overlays and reasons from rows, where there are any.
 */
export function analyseScores(group: MetricGroup, rows: RowFindings, settings: AnalysisSettings): ScoreAnalysis {
  const { meaning } = group;
  const metric = group.series[0]?.metric ?? '';
  const judgements = judgeGroup(group, settings);
  const times = judgements.map(({ history }) => history.map(({ time }) => time));
  const steps = times.flatMap((one) => sampleStep(one) ?? []);
  const chunks = steps.length > 0 ? chunksOf(settings, Math.min(...steps)) : undefined;
  const names = chunks?.starts.map((start) => settings.formatTime(start)) ?? [];
  const features = byEffect(
    judgements.map((judgement): FeatureReport => {
      const overlay = rows.overlay(judgement.feature);
      return {
        feature: judgement.feature,
        kind: overlay?.kind ?? (group.needsNumeric ? 'numeric' : 'unknown'),
        state: judgement.state,
        why: whyOf(judgement, meaning, settings),
        effectText: formatEffect(judgement.state === 'too few rows' ? undefined : judgement.now?.effect),
        pText: formatP(judgement.pAdjusted),
        numbers: numbersOf(judgement, meaning, metric),
        flag: FLAGS[judgement.state],
        cells: chunks ? cellsOf(judgement.history, chunks, names) : [],
        ...(judgement.now?.effect !== undefined && !judgement.now.few && { effect: judgement.now.effect }),
        ...(judgement.run && !judgement.run.open && { since: judgement.run.from }),
        ...(overlay && { overlay }),
      };
    })
  );
  const byName = new Map(judgements.map((judgement) => [judgement.feature, judgement]));
  const findings = features.map(({ feature, state }) => ({
    feature,
    state,
    when: whenOf(byName.get(feature), settings),
    because: rows.because(feature),
  }));
  const headline = headlineOf(findings);
  return {
    judgements,
    report: {
      tone: headline.tone,
      headline: headline.text,
      trust: trustOf(judgements, meaning, settings),
      understood: understoodScores(group, judgements, rows),
      effectTitle: effectTitleOf(meaning),
      effectMax: effectMaxOf(features),
      features,
      ...(chunks && { strip: stripOf(chunks, settings) }),
      noOverlay: rows.count > 0 ? 'The rows hold no values of this feature on both sides.' : NO_ROWS,
      noHistory: chunks
        ? 'No number of this feature in the time range.'
        : 'One number a feature and no history: query a time series of scores to see drift over time.',
    },
  };
}

const NO_ROWS =
  'Scores alone carry no distribution. Add two queries with rows, reference and current, to see one against the other here.';

function effectTitleOf(meaning: Meaning | undefined): string {
  if (meaning?.valueIs === 'p_value') {
    return `ln p ÷ ln limit of the ${meaning.label}: 1 is at the limit, more is drift`;
  }
  return `${meaning?.label ?? 'value'} ÷ its limit: 1 is at the limit, more is drift`;
}

/** Since when, as far as the history tells: a run that fills it may have begun before. */
function whenOf(judgement: FeatureJudgement | undefined, { from, formatTime }: AnalysisSettings): string {
  const { run, history = [] } = judgement ?? {};
  const step = sampleStep(history.map(({ time }) => time));
  if (!run || step === undefined) {
    return '';
  }
  if (!run.open) {
    return ` since ${formatTime(run.from)}`;
  }
  return run.from - from > 2 * step
    ? ` since its first number at ${formatTime(run.from)}`
    : ' over the whole time range';
}
