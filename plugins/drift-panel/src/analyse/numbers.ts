import type { Meaning } from '@soundcheck/query';
import { formats, type Formats } from './format.ts';
import type { FeatureJudgement } from './score-judgements.ts';
import type { AnalysisSettings } from './settings.ts';

/** A number with its name, its limit and where that comes from, n and p: nothing is shown without saying what it is. */
export function numbersOf(
  { now, pAdjusted, pValue }: FeatureJudgement,
  {
    meaning,
    metric,
    formats: { number, count, p: formatP },
  }: { meaning: Meaning | undefined; metric: string; formats: Formats }
): string {
  const name = meaning?.label ?? `${metric} (unknown scale)`;
  if (!now) {
    return `${name}: no data`;
  }
  const isP = meaning?.valueIs === 'p_value';
  const value = `${name} ${isP ? formatP(now.value) : number(now.value)}`;
  const limit = now.limit ? `limit ${number(now.limit.value)} (${now.limit.origin})` : 'no limit known';
  const n =
    now.nReference !== undefined && now.nCurrent !== undefined
      ? `${count(now.nReference)} v ${count(now.nCurrent)} rows`
      : 'n unknown';
  const p =
    pValue === undefined
      ? ''
      : isP
        ? `adjusted p ${formatP(pAdjusted)}`
        : `p ${formatP(pValue)}, adjusted ${formatP(pAdjusted)}`;
  return [value, limit, now.limit && now.limit.origin.includes(' v ') ? '' : n, p].filter(Boolean).join(', ');
}

/** Why a feature is in its state, one sentence. */
export function whyOf(judgement: FeatureJudgement, meaning: Meaning | undefined, settings: AnalysisSettings): string {
  const { state, now, endedAt, pAdjusted } = judgement;
  const { count, time, p: formatP } = formats(settings);
  switch (state) {
    case 'no data':
      return endedAt === undefined
        ? 'no number in this time range'
        : `no new number since ${time(endedAt)}, while others went on`;
    case 'too few rows':
      return `${count(Math.min(now?.nReference ?? Infinity, now?.nCurrent ?? Infinity))} rows on one side, at least ${count(settings.minRows)} are asked for`;
    case 'unknown scale':
      return meaning
        ? missingLimit(meaning)
        : 'it is not known what this number means; give it the labels metric and value_is';
    case 'no drift':
      return 'within its limit';
    case 'possible':
      return `over its limit, but not significant among all features (adjusted p ${formatP(pAdjusted)})`;
    case 'drift':
      return pAdjusted === undefined
        ? 'over its limit; without n there is no significance'
        : `over its limit and significant (adjusted p ${formatP(pAdjusted)})`;
  }
}

/** Why a known number has no limit, and where to give one. */
export function missingLimit({ valueIs, label }: Meaning): string {
  return valueIs === 'ks_d'
    ? `${label} has no limit without the rows behind it; give n_reference and n_current with the data, or "Reference rows" and "Current rows" in the panel's options`
    : `${label} has no limit of its own; give one with the data, in a field named limit`;
}
