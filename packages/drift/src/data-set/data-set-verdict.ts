import { isDriftError, notDefined } from '../errors.ts';
import type { DataSetRule } from '../presets/preset.ts';
import type { DriftError, Limit } from '../types.ts';
import { formatCount, formatNumber, formatShare } from '../verdict/format.ts';
import { dataSetScore } from './data-set-score.ts';

/** What is known of one feature. */
export interface FeatureVerdict {
  feature: string;
  /** Absent: there is no verdict on it. */
  drifted?: boolean;
  /** Size of its drift, ≥ 0; absent or NaN: not known. */
  score?: number;
  /** Its weight, ≥ 0; need not add up to 1. */
  importance?: number;
}

/** The verdict on a data set. */
export interface DataSetVerdict {
  /** What the rule looks at; none for the rule `none`. */
  value?: number;
  limit?: Limit;
  /** Absent where the rule gives no verdict. */
  drifted?: boolean;
  /** Features that drifted, those the rule could look at, and all. */
  nDrifted: number;
  nJudged: number;
  n: number;
  /** Features without what the rule looks at: they count neither as drifted nor as not drifted. */
  unjudged: string[];
  /** One sentence. */
  sentence: string;
}

interface Looked {
  value: number;
  limit: number;
  inclusive: boolean;
  /** What the value is, in words. */
  says: string;
}

const namesOfRules: Record<DataSetRule['by'], string> = {
  share: 'share of drifted features',
  any: 'drifted features',
  mean: 'mean score',
  max: 'greatest score',
  weighted: 'score weighted by importance',
  l3: 'L3 score weighted by importance',
  l5: 'L5 score weighted by importance',
  none: '',
};

/** What the rule looks at, over the features that have it. */
function look(judged: readonly FeatureVerdict[], rule: Exclude<DataSetRule, { by: 'none' }>): Looked | DriftError {
  const nDrifted = judged.filter(({ drifted }) => drifted).length;
  if (rule.by === 'any') {
    return { value: nDrifted, limit: 0, inclusive: false, says: `${formatCount(nDrifted)} ${namesOfRules.any}` };
  }
  const { limit, inclusive } = rule;
  if (rule.by === 'share') {
    const value = nDrifted / judged.length;
    return { value, limit, inclusive, says: `${namesOfRules.share} ${formatShare(value)}` };
  }
  const scores = judged.map(({ score = NaN, importance = NaN }) => ({ score, importance }));
  const result = dataSetScore(scores, rule.by);
  if (isDriftError(result)) {
    return result;
  }
  const plain = rule.by !== 'mean' && rule.by !== 'max' && !result.weighed;
  const name = plain ? 'mean score (importance is not known of all)' : namesOfRules[rule.by];
  return { value: result.value, limit, inclusive, says: `${name} ${formatNumber(result.value, 3)}` };
}

function unjudgedInWords(unjudged: readonly string[], n: number): string {
  if (unjudged.length === 0) {
    return '';
  }
  const shown = unjudged.slice(0, 3).join(', ');
  const more = unjudged.length > 3 ? ` and ${formatCount(unjudged.length - 3)} more` : '';
  return `; no verdict on ${formatCount(unjudged.length)} of ${formatCount(n)}: ${shown}${more}`;
}

/**
 * Whether a data set drifted, given its features.
 *
 * - `share`: drifted features over those with a verdict (evidently: from 0.5 on, `inclusive`); `any`: at least one
 * - `mean`, `max`, `weighted`, `l3`, `l5`: one score of the features' scores, see `dataSetScore` (deepchecks: `l3`)
 * - `none`: no verdict, only counts
 *
 * Features without what the rule looks at are left out, counted and named. deepchecks lets them count as 0 in the
 * weighted scores, evidently as not drifted.
 * `not defined` where no feature has what the rule looks at, or where a score or an importance is below 0.
 */
export function dataSetVerdict(
  features: readonly FeatureVerdict[],
  rule: DataSetRule,
  origin = 'data-set rule'
): DataSetVerdict | DriftError {
  const byVerdict = rule.by === 'share' || rule.by === 'any' || rule.by === 'none';
  const isJudged = ({ drifted, score = NaN }: FeatureVerdict) =>
    byVerdict ? drifted !== undefined : !Number.isNaN(score);
  const judged = features.filter(isJudged);
  const unjudged = features.filter((feature) => !isJudged(feature)).map(({ feature }) => feature);
  if (judged.length === 0) {
    const wanted = byVerdict ? 'verdict' : 'score';
    return notDefined(
      `None of the ${formatCount(features.length)} features has a ${wanted}: judge the features first.`
    );
  }
  const nDrifted = judged.filter(({ drifted }) => drifted).length;
  const counts = { nDrifted, nJudged: judged.length, n: features.length, unjudged };
  const rest = unjudgedInWords(unjudged, features.length);
  const kOfN = `${formatCount(nDrifted)} of ${formatCount(judged.length)} features drifted`;
  if (rule.by === 'none') {
    return { ...counts, sentence: `no rule for the data set: ${kOfN}${rest}` };
  }
  const looked = look(judged, rule);
  if (isDriftError(looked)) {
    return looked;
  }
  const { value, limit, inclusive, says } = looked;
  const drifted = value > limit || (inclusive && value === limit);
  const bound = rule.by === 'share' ? formatShare(limit) : formatNumber(limit);
  const held = rule.by === 'any' ? 'one is enough' : inclusive ? `drift from ${bound} on` : `drift above ${bound}`;
  const counted = judged.some((feature) => feature.drifted !== undefined) ? ` (${kOfN})` : '';
  return {
    ...counts,
    value,
    limit: { value: limit, origin },
    drifted,
    sentence: `${drifted ? 'the data set drifted' : 'the data set did not drift'}: ${says}${counted}, ${held} (${origin})${rest}`,
  };
}
