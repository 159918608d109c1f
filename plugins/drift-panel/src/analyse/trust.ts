import { formatLevel, type Meaning } from '@soundcheck/query';
import { formats, type Formats } from './format.ts';
import { overOf } from './chunks/runs.ts';
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
  const words = formats(settings);
  return [chanceWords(judgements, settings), rowWords(judgements, words), limitWords(judgements, meaning, words)]
    .filter(Boolean)
    .join(' · ');
}

/** "3 of 13 over the limit, 0.65 expected by chance; Holm keeps the risk of any false alarm at 5 %". */
export function chanceWords(
  judgements: ReadonlyArray<{ pValue?: number; state: string }>,
  settings: AnalysisSettings
): string {
  const { alpha, correction } = settings;
  const { count, number } = formats(settings);
  const pValues = judgements.flatMap(({ pValue }) => (pValue === undefined ? [] : [pValue]));
  const tested = pValues.length;
  const flagged = pValues.filter((p) => p < alpha).length;
  if (tested === 0) {
    return judgements.some(({ state }) => state === 'drift' || state === 'no drift')
      ? 'By limit only: without n there is no p-value'
      : '';
  }
  const expected = number(Number((tested * alpha).toPrecision(2)));
  const chance = `${count(flagged)} of ${count(tested)} over the limit, ${expected} expected by chance`;
  return tested === 1 && correction !== 'none'
    ? `${formatLevel(alpha)} risk of a false alarm`
    : `${chance}; ${promiseOf(correction, formatLevel(alpha))}`;
}

/** "reference 5,000 v current 500 rows", with a range where features differ. */
function rowWords(judgements: readonly FeatureJudgement[], words: Formats): string {
  const reference = rangeOf(
    judgements.map(({ now }) => now?.nReference),
    words
  );
  const current = rangeOf(
    judgements.map(({ now }) => now?.nCurrent),
    words
  );
  return reference && current ? `reference ${reference} v current ${current} rows` : 'n unknown';
}

/** "31 of 1,300 chunks over the limit, 65 expected by chance, uncorrected"; without `alpha` a limit is given, not a level. */
export function chunkChanceWords(
  levels: readonly Uint8Array[],
  alpha: number | undefined,
  { count, number }: Formats
): string {
  let [judged, over] = [0, 0];
  for (const row of levels) {
    for (const one of overOf(row)) {
      judged += one === null ? 0 : 1;
      over += one ? 1 : 0;
    }
  }
  if (judged === 0) {
    return '';
  }
  const chance =
    alpha === undefined ? '' : `, ${number(Number((judged * alpha).toPrecision(2)))} expected by chance, uncorrected`;
  return `${count(over)} of ${count(judged)} chunks over the limit${chance}`;
}

/** "5,000", or "4,900–5,000" where they differ; empty where none is known. */
export function rangeOf(counts: ReadonlyArray<number | undefined>, { count }: Formats): string {
  const known = counts.filter((count) => count !== undefined);
  const least = Math.min(...known);
  const most = Math.max(...known);
  return known.length === 0 ? '' : least === most ? count(least) : `${count(least)}–${count(most)}`;
}

/** The limit with its origin, if all features share it. */
function limitWords(judgements: readonly FeatureJudgement[], meaning: Meaning, { number }: Formats): string {
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
    return `${meaning.label}, limit ${number(first.value)}`;
  }
  // The row counts stand just before this, so the origin need not repeat them.
  const origin = first.origin.replace(/ for n = [\d,]+ v [\d,]+/, '');
  return `limit: ${meaning.label} ${number(first.value)}, ${origin}`;
}
