import { formattedValueToString, getValueFormat } from '@grafana/data';
import { defaultOptions } from '../options/options.ts';
import type { FeatureReport, Report } from '../report/report.ts';
import type { Scene } from '../views/scene.ts';
import { detailOf, START } from './details.ts';

const HOUR = 3_600_000;

function featureReport(feature: string, more: Partial<FeatureReport> = {}): FeatureReport {
  return {
    feature,
    kind: 'numeric',
    state: 'no drift',
    why: 'within its limit',
    effectText: '0.4',
    pText: '1',
    numbers: 'PSI 0.02, limit 0.047',
    flags: [],
    row: 0,
    result: { feature, state: 'no drift' },
    ...more,
  };
}

/** Three features × 28 chunks of 6 h; of the first, chunk 20 is furthest over its limit. */
export function reportOf(): Report {
  const chunks = 28;
  const cells = 3 * chunks;
  const effect = new Float32Array(cells).fill(0.3);
  effect[20] = 2.9;
  return {
    tone: 'drift',
    headline: '1 of 3 features drifted: tempo.',
    trust: '0.1 expected by chance.',
    understood: '3 features',
    notices: [],
    choices: [],
    effectTitle: 'Effect ÷ limit',
    effectMax: 3,
    features: [
      featureReport('tempo', { state: 'drift', why: 'over its limit', numbers: 'PSI 0.136, limit 0.047', row: 0 }),
      featureReport('country', { kind: 'categorical', row: 1 }),
      featureReport('energy', { row: 2 }),
    ],
    orders: { drift: [0, 1, 2], name: [1, 2, 0], cluster: [0, 1, 2], 'first-over': [0, 1, 2] },
    heatmap: {
      title: '7 days, chunks of 6 h',
      from: Float64Array.from({ length: chunks }, (_, i) => START + i * 6 * HOUR),
      to: Float64Array.from({ length: chunks }, (_, i) => START + (i + 1) * 6 * HOUR),
      effect,
      level: new Uint8Array(cells),
      value: new Float64Array(cells).fill(NaN),
      limit: new Float64Array(cells).fill(NaN),
      nCurrent: new Float64Array(cells).fill(NaN),
    },
    quality: [],
    scatter: { absent: 'No importance.' },
  };
}

const UNITS: Record<string, string> = { tempo: 'suffix:bpm', latency: 'ms' };

/** What a view gets when "tempo" is chosen; actions do nothing. */
export function sceneOf(more: Partial<Scene> = {}): Scene {
  const nothing = () => undefined;
  return {
    report: reportOf(),
    detail: detailOf(),
    histories: undefined,
    options: defaultOptions,
    selection: { feature: 'tempo' },
    actions: { select: nothing, back: nothing, show: nothing, metric: nothing, hover: nothing },
    marks: [],
    cursor: undefined,
    timeZone: 'utc',
    label: (feature) => feature,
    format: (feature, value) => formattedValueToString(getValueFormat(UNITS[feature] ?? 'none')(value)),
    colour: nothing,
    links: () => [],
    ...more,
  };
}
