import { assessMany, moveInWords, type Assessment, type Feature } from '@soundcheck/drift';
import { formatCount } from '@soundcheck/query';
import type { FeatureRows } from '../read/understood.ts';
import { plural } from './format.ts';
import { headlineOf } from './headline.ts';
import { overlayOf } from './overlay.ts';
import { featureReport, TESTS } from './row-feature.ts';
import type { RowFindings } from './row-findings.ts';
import { byEffect, effectMaxOf } from './rank.ts';
import type { PartReport } from './score-report.ts';
import type { AnalysisSettings } from './settings.ts';
import { chanceWords } from './trust.ts';

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
    reports.map(({ feature, state }) => ({ feature, state, when: '', because: because(feature) }))
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
      effectMax: effectMaxOf(reports),
      features: reports,
      noOverlay: 'This feature has rows on one side only.',
      noHistory:
        'Rows give one comparison of reference and current. Add a query with scores to see drift over time here.',
    },
  };
}

function testWords(assessments: readonly Assessment[]): string {
  const names = [...new Set(assessments.flatMap(({ test }) => (test ? [TESTS[test] ?? test] : [])))];
  return `effect: ${names.join(' or ')} against its critical value for these n`;
}

/** The bin that moved most, as a reason; only where the rows themselves show drift. */
function becauseOf(assessment: Assessment | undefined): string {
  const move = assessment?.moves[0];
  return move && assessment.state === 'drift' ? `because ${moveInWords(move).replace(/: (.*)$/, ' ($1)')}` : '';
}
