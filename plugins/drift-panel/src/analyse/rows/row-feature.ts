import { moveInWords, type Assessment } from '@soundcheck/drift';
import type { FeatureReport } from '../../report/report.ts';
import type { FeatureResult } from '../../report/result.ts';
import { NONE, listNames, type Formats } from '../format.ts';
import { testTitle } from '../test-words.ts';
import { FLAGS } from '../words.ts';
import type { RowVerdict } from './row-verdicts.ts';

/** What the report says of one feature that was judged from its rows; its row of the heatmap is set by the caller. */
export function featureReport(
  { data, assessment, twin, quality }: RowVerdict,
  formats: Formats,
  since: number | undefined
): FeatureReport {
  const { feature, kind } = data;
  const marks = quality.broken.map(({ mark }) => mark);
  if (!assessment) {
    const why = data.current
      ? 'there is no reference of it to compare with: give the reference rows with this column'
      : 'only in the reference: there are no current rows of it';
    return {
      feature,
      kind,
      state: 'no data',
      why,
      effectText: NONE,
      pText: NONE,
      numbers: why,
      flags: ['one side'],
      row: -1,
      result: { feature, state: 'no data' },
    };
  }
  const { state, effectOverLimit, adjustedPValue, pValue } = assessment;
  const judged = state === 'drift' || state === 'possible' || state === 'no drift';
  return {
    feature,
    kind,
    state,
    why: reasonOf(assessment, formats),
    effectText: judged ? formats.effect(effectOverLimit) : NONE,
    pText: judged && assessment.basis === 'significance' ? formats.p(adjustedPValue ?? pValue) : NONE,
    numbers: numbersOf(assessment, formats),
    flags: [FLAGS[state], ...marks].filter(Boolean),
    row: -1,
    ...(judged && effectOverLimit !== undefined && { effect: effectOverLimit }),
    ...(since !== undefined && { since }),
    ...(twin && { twin }),
    result: resultOf(assessment, feature, since),
  };
}

/** "KS distance D 0.19, limit 0.113 (…), p <0.001, adjusted <0.001, PSI 0.31". */
function numbersOf(found: Assessment, formats: Formats): string {
  const { test, comparison, limit, psi, pValue, adjustedPValue, reason } = found;
  if (!test || !comparison) {
    return reason;
  }
  const value = `${testTitle(test)} ${formats.number(comparison.value)}`;
  const held = limit ? `limit ${formats.number(limit.value)} (${limit.origin})` : '';
  const n = `${formats.count(found.nReference)} v ${formats.count(found.nCurrent)} rows`;
  const p = pValue === undefined ? '' : `p ${formats.p(pValue)}, adjusted ${formats.p(adjustedPValue)}`;
  const beside = psi && test !== 'psi' ? `PSI ${formats.number(psi.value)}` : '';
  return [value, held, limit?.origin.includes(' v ') ? '' : n, p, beside].filter(Boolean).join(', ');
}

/** Why this verdict: the bin that moved most where there is drift; new and vanished categories always. */
function reasonOf(found: Assessment, formats: Formats): string {
  const { state, basis, moves, adjustedPValue, newCategories, vanishedCategories, reason } = found;
  const move = moves[0];
  const verdicts: Partial<Record<Assessment['state'], string>> = {
    drift: move && move.term > 0 ? moveInWords(move) : reason,
    possible:
      basis === 'significance' && adjustedPValue !== undefined
        ? `over its limit, but chance explains it among so many (adjusted p ${formats.p(adjustedPValue)})`
        : reason,
    'no drift': 'within its limit',
  };
  const appeared = newCategories.length > 0 ? `new: ${listNames(newCategories, 3)}` : '';
  const gone = vanishedCategories.length > 0 ? `gone: ${listNames(vanishedCategories, 3)}` : '';
  return [verdicts[state] ?? reason.replace(/\.$/, ''), appeared, gone].filter(Boolean).join('; ');
}

/** "because 40–50 fell from 21 % to 9 % (62 % of the PSI)"; empty where the rows show no drift. */
export function becauseOf(found: Assessment | undefined): string {
  const move = found?.moves[0];
  return move && move.term > 0 && found.state === 'drift'
    ? `because ${moveInWords(move).replace(/: ([^:]*)$/, ' ($1)')}`
    : '';
}

/** The numbers behind the verdict, for export. */
function resultOf(found: Assessment, feature: string, since: number | undefined): FeatureResult {
  const { state, test, chosen, comparison, limit, pValue, adjustedPValue, effectSize, effectOverLimit, psi } = found;
  return {
    feature,
    state,
    ...(test && { test, testOptions: { ...chosen?.options } }),
    ...(comparison && { variant: comparison.variant, value: comparison.value }),
    ...(limit && { limit: { value: limit.value, origin: limit.origin } }),
    ...(pValue !== undefined && { pValue }),
    ...(adjustedPValue !== undefined && { adjustedPValue }),
    ...(effectSize && { effectSize: { measure: effectSize.measure, value: effectSize.value } }),
    ...(effectOverLimit !== undefined && { effectOverLimit }),
    ...(psi && { psi: psi.value }),
    nReference: found.nReference,
    nCurrent: found.nCurrent,
    missingReference: found.reference.missing,
    missingCurrent: found.current.missing,
    ...(since !== undefined && { since }),
  };
}
