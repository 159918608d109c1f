import { bucketBounds, inputFamily, serverFamilies } from './families.ts';
import type { Family } from './families.ts';
import type { Histogram, Totals } from './tally.ts';
import type { Sample } from './sampling.ts';
import type { Scenario } from '../scenario.ts';

/** Labels that Prometheus adds to whatever it scrapes from this target. */
export function targetLabels(scenario: { namespace: string }, instance: string): Record<string, string> {
  return { job: 'model-server', instance, namespace: scenario.namespace };
}

/** The week of the model server as OpenMetrics text, in pieces, ending with `# EOF`. */
export function* openMetrics(scenario: Scenario, samples: Sample[], instance: string): Generator<string> {
  const target = targetLabels(scenario, instance);
  const families = serverFamilies(scenario.model);
  yield* counter(
    families.success,
    target,
    points(samples, (totals) => totals.success)
  );
  yield* counter(
    families.fail,
    target,
    points(samples, (totals) => totals.fail)
  );
  for (const name of ['request', 'inference', 'wait'] as const) {
    yield* histogram(
      families.durations[name],
      target,
      points(samples, (totals) => totals.durations[name])
    );
  }
  yield* inputs(scenario, target, samples);
  yield '# EOF\n';
}

interface Point<T> {
  seconds: string;
  value: T;
}

/** OpenMetrics gives timestamps in seconds. */
function seconds(sample: Sample): string {
  return (sample.at / 1000).toFixed(3);
}

function points<T>(samples: Sample[], pick: (totals: Totals) => T): Point<T>[] {
  return samples.map((sample) => ({ seconds: seconds(sample), value: pick(sample.totals) }));
}

/**
 * OVMS counters lack the suffix `_total` that OpenMetrics asks of counters, so their type is given as unknown; blocks of
 * Prometheus keep no type.
 */
function* counter(family: Family, target: Record<string, string>, values: Point<number>[]): Generator<string> {
  yield head(family, 'unknown');
  const series = `${family.name}{${labelText({ ...target, ...family.labels })}}`;
  yield values.map((point) => `${series} ${point.value} ${point.seconds}\n`).join('');
}

function* histogram(family: Family, target: Record<string, string>, values: Point<Histogram>[]): Generator<string> {
  yield head(family, 'histogram');
  const labels = labelText({ ...target, ...family.labels });
  // OpenMetrics writes bounds as floats, and Prometheus 3 reads "10" of the live text as "10.0": one series, not two.
  const buckets = bucketBounds.map((bound) => `${family.name}_bucket{${labels},le="${bound}.0"}`);
  for (const { seconds: at, value } of values) {
    const lines = buckets.map((series, k) => `${series} ${value.cumulative[k] ?? 0} ${at}\n`);
    lines.push(`${family.name}_bucket{${labels},le="+Inf"} ${value.count} ${at}\n`);
    lines.push(`${family.name}_count{${labels}} ${value.count} ${at}\n`);
    lines.push(`${family.name}_sum{${labels}} ${value.sum} ${at}\n`);
    yield lines.join('');
  }
}

function* inputs(scenario: Scenario, target: Record<string, string>, samples: Sample[]): Generator<string> {
  yield head(inputFamily, 'gauge');
  for (const [f, feature] of scenario.features.entries()) {
    const series = `${inputFamily.name}{${labelText({ ...target, model: scenario.model, feature })}}`;
    yield samples.map((s) => (s.inputs ? `${series} ${s.inputs[f] ?? 'NaN'} ${seconds(s)}\n` : '')).join('');
  }
}

function head(family: { name: string; help: string }, type: string): string {
  return `# TYPE ${family.name} ${type}\n# HELP ${family.name} ${family.help}\n`;
}

function labelText(labels: Record<string, string>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escapeLabel(value)}"`)
    .join(',');
}

function escapeLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
