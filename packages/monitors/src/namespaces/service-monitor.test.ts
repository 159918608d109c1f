import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { recordingsFolder } from '@soundcheck/query/recordings';
import { native } from '../testing/natives.ts';
import { plan } from '../testing/plan.ts';
import { instantQuery, startPrometheus } from '../testing/prometheus.ts';
import { serviceMonitor } from './service-monitor.ts';

const prometheus = native('prometheus', 'the test that Prometheus keeps what the ServiceMonitor says');
const recordings = recordingsFolder();

/** Every metric that a service of either kind was seen to publish, or else those that the rules need. */
function pages(): string[] {
  if (recordings === undefined) {
    console.warn('SOUNDCHECK_RECORDINGS is not set: only the names that the rules need are scraped.');
    return ['trustyai_kstest{model="m",subcategory="a"} 0.5\ntrustyai_model_observations_total{model="m"} 9\n'];
  }
  return ['java', 'python'].map((dialect) => {
    const texts = readdirSync(join(recordings, dialect))
      .filter((name) => /q-metrics/.test(name))
      .map((name) => readFileSync(join(recordings, dialect, name), 'utf8'))
      .map((text) => bodyOf(JSON.parse(text)));
    const lines = texts.flatMap((text) => text.split('\n')).filter((line) => /^[a-z_]+[ {]/i.test(line));
    // A name and its labels once.
    return `${[...new Map(lines.map((line) => [line.replace(/ \S+$/, ''), line])).values()].join('\n')}\n`;
  });
}

function bodyOf(json: unknown): string {
  const found = JSON.stringify(json, (key, value: unknown) => (key === 'request' ? undefined : value));
  const match = /"(?:body|text)":("(?:[^"\\]|\\.)*")/.exec(found);
  const text: unknown = match ? JSON.parse(match[1] ?? '""') : '';
  return typeof text === 'string' ? text : '';
}

/** What a runtime adds to any page. */
const served = pages().map((page) => `${page}jvm_threads_live_threads 3\nprocess_cpu_seconds_total 4\n`);
const server = createServer((request, response) => {
  const index = Number(request.url?.split('/')[1]);
  response.setHeader('content-type', 'text/plain; version=0.0.4');
  response.end(served[index] ?? '');
});
afterAll(() => server.close());

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The operator's spelling as Prometheus's. */
function relabelling(configs: ReadonlyArray<Record<string, unknown>>) {
  return configs.map((config) =>
    Object.fromEntries(Object.entries(config).map(([name, value]) => [snake(name), value]))
  );
}

const familiesOf = (text: string) =>
  new Set(text.split('\n').flatMap((line) => (line === '' ? [] : [line.replace(/[ {].*$/s, '')])));

describe.skipIf(prometheus === undefined)('ServiceMonitor', () => {
  it('keeps every series of TrustyAI and nothing else, with labels that the rules know', async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const [namespace] = plan.namespaces;
    const [endpoint] = namespace
      ? serviceMonitor({ ...namespace, trustyai: { ...namespace.trustyai, job: 'ours' } }).spec.endpoints
      : [];
    expect(endpoint?.path).toBe('/q/metrics');
    const configuration = stringify({
      scrape_configs: served.map((_, i) => ({
        job_name: `service-${String(i)}`,
        scrape_interval: '1s',
        metrics_path: `/${String(i)}/q/metrics`,
        honor_labels: endpoint?.honorLabels,
        static_configs: [{ targets: [`127.0.0.1:${String(port)}`], labels: { instance: `i${String(i)}` } }],
        relabel_configs: relabelling(endpoint?.relabelings ?? []),
        metric_relabel_configs: relabelling(endpoint?.metricRelabelings ?? []),
      })),
    });
    const running = await startPrometheus(prometheus ?? '', configuration);
    try {
      let kept: string[] = [];
      const wanted = [...familiesOf(served.join(''))].filter((name) => name.startsWith('trustyai_')).sort();
      expect(wanted.length).toBeGreaterThan(1);
      for (let tries = 0; tries < 50 && kept.length < wanted.length; tries++) {
        await sleep(200);
        const series = await instantQuery(
          running.url,
          'count by (__name__, job) ({job="ours",__name__!~"up|scrape_.*"})'
        );
        kept = [...new Set(series.map(({ metric }) => metric['__name__'] ?? ''))].sort();
      }
      expect(kept).toEqual(wanted);
      expect(familiesOf(served.join('')).size).toBeGreaterThan(wanted.length);
      expect(await instantQuery(running.url, 'up{job="ours"} == 1')).toHaveLength(served.length);
    } finally {
      await running.stop();
    }
  });
});
