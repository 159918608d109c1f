import type { Progress } from '../../run/analyst.ts';
import type { ScoreSample, ScoreSeries } from '../score-series.ts';

/**
 * Joins the series of one number: a schedule that was made again has a new request id, and so a new series, but its
 * number goes on. Of two samples at one time the one that came later in the data stays.
 */
export function* mergeSeries(series: readonly ScoreSeries[]): Generator<Progress, ScoreSeries[]> {
  const byIdentity = new Map<string, ScoreSeries[]>();
  for (const one of series) {
    const key = identityKey(one);
    const same = byIdentity.get(key) ?? [];
    byIdentity.set(key, same);
    same.push(one);
  }
  const merged: ScoreSeries[] = [];
  for (const same of byIdentity.values()) {
    for (const first of same.slice(0, 1)) {
      merged.push({ ...first, samples: joined(same.map(({ samples }) => samples)) });
      yield { share: 1, doing: `reading ${first.feature}` };
    }
  }
  return merged;
}

function identityKey({ feature, model, metric, valueIs, namespace, requestName, extra }: ScoreSeries): string {
  return [feature, model, metric, valueIs, namespace, requestName, extra].join('\u0000');
}

function joined(parts: ScoreSample[][]): ScoreSample[] {
  const byTime = new Map<number | undefined, ScoreSample>();
  for (const sample of parts.flat()) {
    // A schedule that is gone may leave NaN behind: a number is kept over it.
    if (!byTime.has(sample.time) || !Number.isNaN(sample.value)) {
      byTime.set(sample.time, sample);
    }
  }
  return [...byTime.values()].sort((a, b) => (a.time ?? -Infinity) - (b.time ?? -Infinity));
}
