import { formatCount, formatLevel, type Meaning } from '@soundcheck/query';
import { formatNumber } from './format.ts';
import { missingLimit } from './numbers.ts';
import type { FeatureJudgement } from './score-judgements.ts';
import type { AnalysisSettings } from './settings.ts';
import { promiseOf } from './words.ts';

/** How far to trust a verdict: chance, correction, n, limit and where it comes from. */
export function trustOf(
  judgements: readonly FeatureJudgement[],
  meaning: Meaning | undefined,
  settings: AnalysisSettings
): string {
  if (judgements.every(({ now }) => now === undefined)) {
    return 'The series are there but hold no number, or have stopped: look at the schedule and at the rows that the service gets';
  }
  if (!meaning) {
    return 'What these numbers mean is not known, so they are shown and not judged: give them a metric and a value_is of the catalogue';
  }
  return [chanceWords(judgements, settings), rowWords(judgements), limitWords(judgements, meaning)]
    .filter(Boolean)
    .join(' · ');
}

/** "3 of 13 over the limit, 0.65 expected by chance; Holm keeps the risk of any false alarm at 5 %". */
export function chanceWords(
  judgements: ReadonlyArray<{ pValue?: number; state: string }>,
  { alpha, correction }: AnalysisSettings
): string {
  const pValues = judgements.flatMap(({ pValue }) => (pValue === undefined ? [] : [pValue]));
  const tested = pValues.length;
  const flagged = pValues.filter((p) => p < alpha).length;
  if (tested === 0) {
    return judgements.some(({ state }) => state === 'drift' || state === 'no drift')
      ? 'By limit only: without n there is no p-value'
      : '';
  }
  const expected = formatNumber(Number((tested * alpha).toPrecision(2)));
  const chance = `${formatCount(flagged)} of ${formatCount(tested)} over the limit, ${expected} expected by chance`;
  return tested === 1 && correction !== 'none'
    ? `${formatLevel(alpha)} risk of a false alarm`
    : `${chance}; ${promiseOf(correction, formatLevel(alpha))}`;
}

/** "reference 5,000 v current 500 rows", with a range where features differ. */
function rowWords(judgements: readonly FeatureJudgement[]): string {
  const reference = rangeOf(judgements.map(({ now }) => now?.nReference));
  const current = rangeOf(judgements.map(({ now }) => now?.nCurrent));
  return reference && current ? `reference ${reference} v current ${current} rows` : 'n unknown';
}

function rangeOf(counts: Array<number | undefined>): string {
  const known = counts.filter((count) => count !== undefined);
  const least = Math.min(...known);
  const most = Math.max(...known);
  return known.length === 0 ? '' : least === most ? formatCount(least) : `${formatCount(least)}–${formatCount(most)}`;
}

/** The limit with its origin, if all features share it. */
function limitWords(judgements: readonly FeatureJudgement[], meaning: Meaning): string {
  const limits = judgements.flatMap(({ now }) => (now?.limit ? [now.limit] : []));
  const [first] = limits;
  if (!first) {
    return missingLimit(meaning);
  }
  const shared = limits.every(({ value }) => value === first.value);
  if (!shared) {
    return `${meaning.label}, each feature with its own limit`;
  }
  if (meaning.valueIs === 'p_value') {
    return `${meaning.label}, limit ${formatNumber(first.value)}`;
  }
  // The row counts stand just before this, so the origin need not repeat them.
  const origin = first.origin.replace(/ for n = [\d,]+ v [\d,]+/, '');
  return `limit: ${meaning.label} ${formatNumber(first.value)}, ${origin}`;
}
