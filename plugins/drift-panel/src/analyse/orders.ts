import type { Heatmap } from '../report/heatmap.ts';
import type { FeatureReport, Orders } from '../report/report.ts';
import type { Work } from '../run/analyst.ts';
import { onAt, overOf } from './chunks/runs.ts';
import { seriate } from './seriate.ts';
import type { AnalysisSettings } from './settings.ts';

/** Features by effect, the unjudged below the judged, equal ones by name. */
export function byEffect<T extends { effect?: number; feature: string }>(features: readonly T[]): T[] {
  const rank = ({ effect }: T) => (effect === undefined || Number.isNaN(effect) ? -1 : effect);
  return [...features].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    return left === right ? byName(a.feature, b.feature) : right > left ? 1 : -1;
  });
}

/**
 * End of the axis for effects: three limits, or six where some feature is well beyond. Only two ends, so that bars
 * keep their length from refresh to refresh; what goes beyond the end has an arrow and its number.
 */
export function effectMaxOf(features: ReadonlyArray<{ effect?: number }>): number {
  return features.some(({ effect }) => effect !== undefined && effect > 4) ? 6 : 3;
}

/** Orders of features that stand by effect; their rows of the heatmap are their places. */
export function* ordersOf(
  features: readonly FeatureReport[],
  heatmap: Heatmap | undefined,
  { persistence }: AnalysisSettings
): Work<Orders> {
  const drift = features.map((_, at) => at);
  const name = [...drift].sort((a, b) => byName(features[a]?.feature ?? '', features[b]?.feature ?? ''));
  if (!heatmap) {
    return { drift, name, cluster: drift, 'first-over': drift };
  }
  const chunks = heatmap.from.length;
  const first = features.map((_, at) => {
    const on = onAt(overOf(heatmap.level.subarray(at * chunks, (at + 1) * chunks)), persistence).indexOf(true);
    return on < 0 ? Infinity : on;
  });
  const firstOver = [...drift].sort((a, b) => {
    const [left, right] = [first[a] ?? Infinity, first[b] ?? Infinity];
    return left === right ? a - b : left - right;
  });
  return { drift, name, cluster: yield* seriate(heatmap, features.length), 'first-over': firstOver };
}

/** Made once: it costs as much as a hundred comparisons. */
const collator = new Intl.Collator('en', { numeric: true });

function byName(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
