import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { bucketBounds, inputFamily, serverFamilies } from '../model-server/families.ts';
import { serve } from '../model-server/serve.ts';
import type { Family } from '../model-server/families.ts';
import type { LiveScenario } from '../files/scenario-file.ts';
import type { Row } from '../scenario.ts';
import type { Served } from '../model-server/serve.ts';

/** The model's version in history. */
export const historyVersion = '1';

/** The model server's metrics while it runs. */
export interface MetricsPage {
  /** Counts one more request and shows its inputs. */
  record(row: Row): void;
  contentType: string;
  text(): Promise<string>;
}

/**
 * Counters of the version that history ends with begin where it ended, because its requests are counted again: `rate()`
 * sees no reset. Those of a version deployed since begin at 0.
 */
export function metricsPage(scenario: LiveScenario, version = historyVersion): MetricsPage {
  const registry = new Registry();
  const families = serverFamilies(scenario.model, version);
  const success = counter(registry, families.success);
  const fail = counter(registry, families.fail);
  const durations = {
    request: histogram(registry, families.durations.request),
    inference: histogram(registry, families.durations.inference),
    wait: histogram(registry, families.durations.wait),
  };
  const input = new Gauge({ ...inputFamily, labelNames: ['model', 'feature'], registers: [registry] });

  const count = (served: Served) => {
    success.inc(families.success.labels);
    fail.inc(families.fail.labels, served.failedBefore ? 1 : 0);
    for (const name of ['request', 'inference', 'wait'] as const) {
      durations[name].observe(families.durations[name].labels, served.durations[name]);
    }
  };
  let served = 0;
  while (version === historyVersion && served < scenario.historyRows) {
    count(serve(scenario.seed, served));
    served += 1;
  }
  return {
    record(row) {
      count(serve(scenario.seed, served));
      served += 1;
      scenario.features.forEach((feature, f) => input.set({ model: scenario.model, feature }, row.inputs[f] ?? NaN));
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

function counter(registry: Registry, { name, help, labels }: Family): Counter {
  return new Counter({ name, help, labelNames: Object.keys(labels), registers: [registry] });
}

function histogram(registry: Registry, { name, help, labels }: Family): Histogram {
  return new Histogram({
    name,
    help,
    labelNames: Object.keys(labels),
    buckets: bucketBounds,
    registers: [registry],
  });
}
