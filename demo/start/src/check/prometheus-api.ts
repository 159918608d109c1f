import { getJson, postForm } from './ask.ts';
import { at, listAt, textAt } from './json.ts';

/** A range and its step, in seconds. */
export interface RangeSeconds {
  from: number;
  to: number;
  step: number;
}

/** What came back: series that hold at least one number, and how many numbers they hold together. NaN is none. */
export interface Found {
  series: number;
  numbers: number;
}

export async function queryRange(base: string, expr: string, range: RangeSeconds): Promise<Found> {
  const form = { query: expr, start: String(range.from), end: String(range.to), step: String(range.step) };
  const counts = listAt(await postForm(`${base}/api/v1/query_range`, form), 'data', 'result')
    .map((series) => listAt(series, 'values').filter((pair) => textAt(pair, 1) !== 'NaN').length)
    .filter((count) => count > 0);
  return { series: counts.length, numbers: counts.reduce((sum, count) => sum + count, 0) };
}

export async function labelValues(base: string, metric: string, label: string): Promise<string[]> {
  const reply = await getJson(`${base}/api/v1/label/${label}/values?match[]=${encodeURIComponent(metric)}`);
  return listAt(reply, 'data').map(String).sort();
}

export async function prometheusVersion(base: string): Promise<string | undefined> {
  return textAt(await getJson(`${base}/api/v1/status/buildinfo`), 'data', 'version');
}

/** Health of each scrape target by its job: "up", or what is wrong. */
export async function targets(base: string): Promise<Map<string, string>> {
  const active = listAt(await getJson(`${base}/api/v1/targets?state=active`), 'data', 'activeTargets');
  return new Map(
    active.map((target) => {
      const health = textAt(target, 'health') ?? 'unknown';
      return [textAt(target, 'labels', 'job') ?? '?', health === 'up' ? health : textAt(target, 'lastError') || health];
    })
  );
}

/** How many rules there are, and the errors of those that fail or have not been evaluated yet. */
export async function ruleState(base: string): Promise<{ rules: number; bad: string[] }> {
  const rules = listAt(await getJson(`${base}/api/v1/rules`), 'data', 'groups').flatMap((group) =>
    listAt(group, 'rules')
  );
  const bad = rules
    .filter((rule) => textAt(rule, 'health') !== 'ok')
    .map((rule) => `${textAt(rule, 'name')}: ${textAt(rule, 'lastError') || textAt(rule, 'health')}`);
  return { rules: rules.length, bad };
}

/** How many Alertmanagers Prometheus sends to. */
export async function activeAlertmanagers(base: string): Promise<number> {
  return listAt(at(await getJson(`${base}/api/v1/alertmanagers`), 'data'), 'activeAlertmanagers').length;
}
