import { moveInWords, type Assessment } from '@soundcheck/drift';
import { formatCount } from '@soundcheck/query';
import type { FeatureRows } from '../read/understood.ts';
import type { Overlay } from '../report/overlay.ts';
import type { FeatureReport } from '../report/report.ts';
import { formatEffect, formatNumber, formatP, listNames } from './format.ts';
import { FLAGS } from './words.ts';

/** What the tests on rows are called in the panel. */
export const TESTS: Partial<Record<NonNullable<Assessment['test']>, string>> = {
  ks: 'KS distance D',
  'chi-square': 'χ²',
};

/** What the report says of one feature that was judged from its rows. */
export function featureReport(
  { feature, reference, current }: FeatureRows,
  found: Assessment | undefined,
  overlay: Overlay | undefined
): FeatureReport {
  const base = {
    feature,
    kind: reference?.kind ?? current?.kind ?? 'unknown',
    cells: [],
    ...(overlay && { overlay }),
  } as const;
  if (!found) {
    const side = reference ? 'the reference' : 'the current rows';
    const why = `only in ${side}: there is nothing to compare it with`;
    return { ...base, cells: [], state: 'no data', why, effectText: '–', pText: '–', numbers: why, flag: 'one side' };
  }
  const { state, effectOverLimit } = found;
  const judged = state === 'drift' || state === 'possible' || state === 'no drift';
  return {
    ...base,
    cells: [],
    state,
    why: reasonOf(found),
    effectText: judged ? formatEffect(effectOverLimit) : '–',
    pText: judged ? formatP(found.adjustedPValue ?? found.pValue) : '–',
    numbers: numbersOf(found),
    flag: FLAGS[state] || missingFlag(found),
    ...(judged && effectOverLimit !== undefined && { effect: effectOverLimit }),
  };
}

/** "KS distance D 0.19, limit 0.113 (…), PSI 0.31, limit 0.19 (…), p <0.001, adjusted <0.001". */
function numbersOf({
  test,
  comparison,
  limit,
  psi,
  pValue,
  adjustedPValue,
  nReference,
  nCurrent,
  reason,
}: Assessment): string {
  if (!test || !comparison) {
    return reason;
  }
  const value = `${TESTS[test] ?? test} ${formatNumber(comparison.value)}`;
  const held = limit ? `limit ${formatNumber(limit.value)} (${limit.origin})` : '';
  const n = limit?.origin.includes(' v ') ? '' : `${formatCount(nReference)} v ${formatCount(nCurrent)} rows`;
  const p = pValue === undefined ? '' : `p ${formatP(pValue)}, adjusted ${formatP(adjustedPValue)}`;
  return [value, held, n, p, psi ? `PSI ${formatNumber(psi.value)}` : ''].filter(Boolean).join(', ');
}

/** "3 % missing" where the larger share of the two sides is at least one in a hundred. */
function missingFlag({ reference, current }: Assessment): string {
  const share = Math.max(
    ...[reference, current].map(({ n, missing }) => (n + missing > 0 ? missing / (n + missing) : 0))
  );
  return share >= 0.01 ? `${formatNumber(Number((share * 100).toPrecision(2)))} % missing` : '';
}

/** Why this verdict: the bin that moved most where there is drift; new and vanished categories always. */
function reasonOf({ state, moves, adjustedPValue, newCategories, vanishedCategories, reason }: Assessment): string {
  const move = moves[0];
  const verdicts: Partial<Record<Assessment['state'], string>> = {
    drift: move ? moveInWords(move) : reason,
    possible: `over its limit, but chance explains it among so many (adjusted p ${formatP(adjustedPValue)})`,
    'no drift': 'within its limit',
  };
  const appeared = newCategories.length > 0 ? `new: ${listNames(newCategories, 3)}` : '';
  const gone = vanishedCategories.length > 0 ? `gone: ${listNames(vanishedCategories, 3)}` : '';
  return [verdicts[state] ?? reason.replace(/\.$/, ''), appeared, gone].filter(Boolean).join('; ');
}
