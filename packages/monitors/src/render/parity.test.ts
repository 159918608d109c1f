import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Engine, Plan } from '../contract.ts';
import { readMonitors } from '../file/read.ts';
import { grafanaFile } from '../grafana/alerting-file.ts';
import { alertingShape } from '../grafana/shape.ts';
import { planOf } from '../plan/plan.ts';
import { rulesFile } from '../prometheus/rules-file.ts';
import { rulesOf } from '../rules/rules.ts';
import { native } from '../testing/natives.ts';
import { rangeQuery, startPrometheus } from '../testing/prometheus.ts';
import type { RunningPrometheus } from '../testing/prometheus.ts';

const prometheus = native('prometheus', 'the tests that both engines give the same verdicts');
const promtool = native('promtool', 'the tests that both engines give the same verdicts');

/** Seconds; a whole minute. */
const BEGIN = 1_767_225_600;
const SCRAPE = 15;
const SCRAPES = 480;

function planFor(engine: Engine): Plan {
  const reading = readMonitors(`
version: 1
namespaces:
  java: { trustyai: { url: 'http://java' }, modelServer: { errorShare: 0.05, latency: 500ms, quantile: 0.99 } }
  python: { trustyai: { url: 'http://python' } }
models:
  'juke"box \\ co': { version: v1, reference: { tag: TRAINING, rows: 1000 }, features: 2, batch: 200 }
defaults: { engine: ${engine}, noData: 2m, stale: 5m }
monitors:
  - { id: distribution, application: jukebox, model: 'juke"box \\ co', namespaces: [java, python], metric: ks, persistence: { need: 2, of: 3, every: 1m } }
  - { id: means, application: jukebox, model: 'juke"box \\ co', namespaces: [java, python], metric: compare-means, persistence: { need: 1, of: 1, every: 30s } }
grafana: { url: 'http://grafana.example' }
`);
  if ('problems' in reading) {
    throw new Error(reading.problems.map(({ line, message }) => `${String(line)}: ${message}`).join('\n'));
  }
  return planOf(reading.file);
}

/** What both engines are told, in one form. */
interface Judged {
  expr: string;
  /** Of the expression: over this the alert is on. */
  over: number;
  forSeconds: string;
  labels: Record<string, string>;
}

const rulesShape = v.object({
  groups: v.array(
    v.object({
      rules: v.array(
        v.object({
          alert: v.optional(v.string()),
          expr: v.string(),
          for: v.optional(v.string()),
          labels: v.optional(v.record(v.string(), v.string()), {}),
        })
      ),
    })
  ),
});

/** By namespace and name of the alert. */
function ofPrometheus(plan: Plan): Map<string, Judged> {
  return new Map(
    plan.namespaces.flatMap(({ name }) =>
      v
        .parse(rulesShape, parse(rulesFile(plan, name)))
        .groups.flatMap(({ rules }) => rules)
        .flatMap(({ alert, expr, for: forSeconds = '0s', labels }) =>
          alert === undefined ? [] : [[`${name} ${alert}`, { expr, over: -1, forSeconds, labels }] as const]
        )
    )
  );
}

function ofGrafana(plan: Plan): Map<string, Judged> {
  const { groups } = v.parse(alertingShape, parse(grafanaFile(plan, rulesOf(plan))));
  return new Map(
    groups.flatMap((group) =>
      group.rules.map((rule) => {
        const query = rule.data.find(({ refId }) => refId === 'A')?.model;
        const expr = typeof query?.['expr'] === 'string' ? query['expr'] : '';
        const namespace = group.name.replace('soundcheck ', '');
        return [`${namespace} ${rule.title}`, { expr, over: 0.5, forSeconds: rule.for, labels: rule.labels }] as const;
      })
    )
  );
}

/** Numbers that come again, 0 to 1 (Park and Miller, 1988). */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

/**
 * Two hours of both services: scores that wander over their limits and back, gaps, NaN, a service that is down, schedules
 * that are lost, no rows for a while.
 */
function openMetrics(): string {
  const random = generator(20_260);
  const model = 'juke\\"box \\\\ co';
  const scores = (names: { ks: string; t: string }, labels: string, wide: boolean) =>
    ['danceability', 'tempo'].flatMap((feature) => [
      { name: names.ks, labels: `${labels},subcategory="${feature}"`, value: 0.3, top: wide ? 0.2 : 0.05 },
      { name: names.t, labels: `${labels},subcategory="${feature}"`, value: 0.3, top: wide ? 6 : 0.05 },
    ]);
  const java = `namespace="java",job="trustyai-service",model="${model}",batch_size="200",request="a"`;
  const python = `namespace="python",job="trustyai-service",modelId="${model}",referenceTag="TRAINING",fitColumns="x",request="b"`;
  const walks = [
    ...scores({ ks: 'trustyai_kstest', t: 'trustyai_meanshift' }, java, false),
    ...scores({ ks: 'trustyai_kstest', t: 'trustyai_comparemeans' }, python, true),
  ];
  const lines = new Map<string, string[]>();
  const put = (name: string, labels: string, value: number, i: number) => {
    const written = Number.isNaN(value) ? 'NaN' : String(value);
    lines.set(name, [...(lines.get(name) ?? []), `${name}{${labels}} ${written} ${String(BEGIN + i * SCRAPE)}`]);
  };
  for (let i = 0; i < SCRAPES; i++) {
    const down = i > 120 && i < 160;
    const lost = i > 250 && i < 300;
    for (const walk of walks) {
      walk.value = Math.min(1, Math.max(0, walk.value + (random() - 0.5) / 4));
      const isT = walk.name === 'trustyai_comparemeans';
      const value = random() < 0.02 ? NaN : isT ? (walk.value - 0.5) * walk.top : walk.value * walk.top;
      if (!down && !lost && random() > 0.05) {
        put(walk.name, walk.labels, value, i);
      }
    }
    for (const namespace of ['java', 'python']) {
      const labels = `namespace="${namespace}",job="trustyai-service"`;
      put('up', labels, down ? 0 : 1, i);
      if (!down) {
        const rows = 1000 + (i < 350 ? i : i < 420 ? 350 : i - 70) * 2;
        put('trustyai_model_observations_total', `${labels},model="${model}"`, rows, i);
      }
    }
  }
  const families = [...lines].map(([name, samples]) => {
    const bySeries = [...samples].sort((a, b) => (a.split('} ')[0] ?? '').localeCompare(b.split('} ')[0] ?? ''));
    return `# TYPE ${name} unknown\n${bySeries.join('\n')}`;
  });
  return `${families.join('\n')}\n# EOF\n`;
}

describe.skipIf(prometheus === undefined || promtool === undefined)('one monitor, two engines', () => {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-parity-'));
  let running: RunningPrometheus | undefined;
  beforeAll(async () => {
    const source = join(folder, 'history.openmetrics');
    writeFileSync(source, openMetrics());
    const args = ['tsdb', 'create-blocks-from', 'openmetrics', source, join(folder, 'data')];
    execFileSync(promtool ?? '', args, { stdio: 'pipe' });
    running = await startPrometheus(prometheus ?? '', '', join(folder, 'data'));
  });
  afterAll(async () => {
    await running?.stop();
    rmSync(folder, { recursive: true });
  });

  const grafana = ofGrafana(planFor('grafana'));
  const inPrometheus = ofPrometheus(planFor('prometheus'));

  it('are told of the same alerts, with the same waits and labels', () => {
    const told = (rules: Map<string, Judged>) =>
      [...rules].map(([name, { forSeconds, labels }]) => ({ name, forSeconds, labels })).sort(byName);
    expect(told(grafana)).toEqual(told(inPrometheus));
    expect(grafana.size).toBeGreaterThan(8);
  });

  /** Instants and labels at which an alert is on. */
  async function verdicts({ expr, over }: Judged): Promise<string[]> {
    const range = { start: BEGIN, end: BEGIN + SCRAPES * SCRAPE, step: 30 };
    const series = await rangeQuery(running?.url ?? '', expr, range);
    return series
      .flatMap(({ metric, values }) =>
        values
          .filter(([, value]) => Number(value) > over)
          .map(([time]) => `${String(time)} ${JSON.stringify(Object.entries(metric).sort())}`)
      )
      .sort();
  }

  it.each([...grafana.keys()])('%s: the same verdict at each instant', async (name) => {
    const [one, other] = [grafana.get(name), inPrometheus.get(name)];
    expect(one && (await verdicts(one))).toEqual(other && (await verdicts(other)));
  });

  it('there is something to agree on: each kind of alert is on at some instants and off at others', async () => {
    const instants = (SCRAPES * SCRAPE) / 30;
    for (const name of ['datadrift-distribution', 'datadrift-means', 'stale', 'schedulelost-means', 'trustyaidown']) {
      for (const [key, judged] of grafana) {
        if (key.endsWith(name)) {
          const on = await verdicts(judged);
          expect(on.length, key).toBeGreaterThan(0);
          expect(on.length, key).toBeLessThan(instants * 2);
        }
      }
    }
  });
});

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
