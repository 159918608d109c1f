import type { FeatureRows } from '../read/understood.ts';
import { overlayOf } from './overlay.ts';
import type { RowFindings } from './row-findings.ts';
import type { PartReport } from './score-report.ts';
import type { AnalysisSettings } from './settings.ts';

export function isComparable({ reference, current }: FeatureRows): boolean {
  return reference !== undefined && current !== undefined && reference.kind === current.kind;
}
export function analyseRows(rows: readonly FeatureRows[], _settings: AnalysisSettings): { report: PartReport; findings: RowFindings } | undefined {
  const overlays = new Map(rows.map((one) => [one.feature, overlayOf(one, '')]));
  const first = [...overlays.values()].find(Boolean);
  return {
    report: { tone: 'unknown', headline: '', trust: '', understood: '', effectTitle: '', features: [] },
    findings: { count: rows.length, nReference: first?.nReference ?? 0, nCurrent: first?.nCurrent ?? 0, overlay: (f) => overlays.get(f), because: () => '' },
  };
}
