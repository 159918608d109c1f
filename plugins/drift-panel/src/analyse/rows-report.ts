import { assessMany, moveInWords, type Assessment, type Feature } from '@soundcheck/drift';
import { formatCount } from '@soundcheck/query';
import type { FeatureRows } from '../read/understood.ts';
import type { Overlay } from '../report/overlay.ts';
import type { FeatureReport } from '../report/report.ts';
import { formatEffect, formatNumber, formatP, plural } from './format.ts';
import { headlineOf } from './headline.ts';
import { overlayOf } from './overlay.ts';
import type { RowFindings } from './row-findings.ts';
import { byEffect } from './score-judgements.ts';
import type { PartReport } from './score-report.ts';
import type { AnalysisSettings } from './settings.ts';
import { chanceWords } from './trust.ts';
import { FLAGS } from './words.ts';

/** Verdicts on rows, and what they add where scores make the verdict. */
export interface RowAnalysis {
  report: PartReport;
  findings: RowFindings;
}

/** A feature's rows as the two samples of a test; undefined where a side is missing or of another kind. */
function asFeature({ feature, reference, current }: FeatureRows): Feature | undefined {
  return reference && current && reference.kind === current.kind
    ? { feature, reference: reference.values, current: current.values }
    : undefined;
}

/** Compares reference and current of every feature; undefined where no feature has both. */
export function analyseRows(rows: readonly FeatureRows[], settings: AnalysisSettings): RowAnalysis | undefined {
  const { alpha, correction, minRows } = settings;
  const features = rows.flatMap((one) => asFeature(one) ?? []);
  if (features.length === 0) {
    return undefined;
  }
  const { assessments } = assessMany(features, { alpha, adjustment: correction, minimumRows: minRows });
  const byFeature = new Map(assessments.map((one) => [one.feature ?? '', one]));
  const overlays = new Map(
    rows.map((one) => [one.feature, overlayOf(one, byFeature.get(one.feature)?.sentence ?? '')])
  );
  const reports = byEffect(
    rows.map((one) => featureReport(one, byFeature.get(one.feature), overlays.get(one.feature)))
  );
  const because = (feature: string) => becauseOf(byFeature.get(feature));
  const headline = headlineOf(
    reports.map(({ feature, state }) => ({ feature, state, because: because(feature) })),
    settings.formatTime
  );
  const nReference = Math.max(...assessments.map((one) => one.nReference));
  const nCurrent = Math.max(...assessments.map((one) => one.nCurrent));
  const n = `${formatCount(nReference)} v ${formatCount(nCurrent)}`;
  const tested = assessments.map(({ pValue, state }) => ({ state, ...(pValue !== undefined && { pValue }) }));
  return {
    findings: { count: features.length, nReference, nCurrent, overlay: (feature) => overlays.get(feature), because },
    report: {
      tone: headline.tone,
      headline: headline.text,
      trust: [
        chanceWords(tested, settings),
        `reference ${formatCount(nReference)} v current ${formatCount(nCurrent)} rows`,
        testWords(assessments),
      ].join(' · '),
      understood: `Read: ${plural(rows.length, 'feature')} from rows, ${n}; compared here, no service asked`,
      effectTitle: 'KS distance D or χ² ÷ its critical value: 1 is at the limit, more is drift',
      features: reports,
      noOverlay: 'This feature has rows on one side only.',
      noHistory:
        'Rows give one comparison of reference and current. Add a query with scores to see drift over time here.',
    },
  };
}

const TESTS: Partial<Record<NonNullable<Assessment['test']>, string>> = { ks: 'KS distance D', 'chi-square': 'χ²' };

function testWords(assessments: readonly Assessment[]): string {
  const names = [...new Set(assessments.flatMap(({ test }) => (test ? [TESTS[test] ?? test] : [])))];
  return `effect: ${names.join(' or ')} against its critical value for these n`;
}

/** The bin that moved most, as a reason; only where the rows themselves show drift. */
function becauseOf(assessment: Assessment | undefined): string {
  const move = assessment?.moves[0];
  return move && assessment.state === 'drift' ? `because ${moveInWords(move).replace(/: (.*)$/, ' ($1)')}` : '';
}

function featureReport(
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
    const why = `only in ${side}: there is nothing to compare it with.`;
    return { ...base, cells: [], state: 'no data', why, effectText: '–', pText: '–', numbers: why, flag: 'one side' };
  }
  const { state, effectOverLimit } = found;
  const judged = state === 'drift' || state === 'possible' || state === 'no drift';
  return {
    ...base,
    cells: [],
    state,
    why: `${found.sentence}.`,
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
