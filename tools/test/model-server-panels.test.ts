import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './run-command.ts';

/** The queries of the dashboard "Model server", evaluated by Prometheus' own engine on the page of a made-up server. */
const promtool = join(root, '.cache/bin/promtool');
const hasPromtool = existsSync(promtool);
if (!hasPromtool) {
  console.warn('.cache/bin/promtool is not built: the queries of the dashboard "Model server" are not evaluated.');
}

/** Upper bounds of an OpenVINO model server's histograms: ⌊10·1.8^k⌋ µs. */
const bounds = Array.from({ length: 33 }, (_, k) => Math.floor(10 * 1.8 ** k));

/** Between two scrapes, 15 s apart, come these requests: how many of how many microseconds. */
const requests: [count: number, us: number][] = [
  [10, 500],
  [6, 50_000],
  [3, 100_000],
  [1, 300_000],
];
const inferences: [number, number][] = [[20, 400]];
const waits: [number, number][] = [
  [19, 10],
  [1, 2010],
];

/** Worked out by hand from the numbers above. Quantiles: linear within the bucket, as the panel's description says. */
const byHand: Record<string, Record<string, number>> = {
  Throughput: { A: 20 / 15, B: 1 / 15 },
  // Of requests of all methods: 20 inferences, 7 others, 1 that failed.
  Failures: { A: 1 / 28 },
  'Mean latency': { A: 0.04525 },
  'Latency quantiles': {
    A: (37_481 + ((67_466 - 37_481) * 5) / 6) / 1e6,
    B: (67_466 + ((121_439 - 67_466) * 2) / 3) / 1e6,
    C: (218_591 + (393_464 - 218_591) * 0.8) / 1e6,
  },
  'Mean inference time': { A: 0.0004 },
  'Mean wait for an inference slot': { A: 0.00011 },
};
/** Within 67,466 µs: 16 of 20; within 218,591 µs: 3 more, which count half. */
const apdex = 0.875;

interface Target {
  refId: string;
  expr: string;
}
const dashboard = JSON.parse(
  readFileSync(join(root, 'provisioning/dashboards/soundcheck/model-server.json'), 'utf8')
) as { panels: Array<{ type: string; title: string; targets: Target[] }> };

function query(title: string, refId: string): string {
  const panel = dashboard.panels.find((one) => one.type === 'timeseries' && one.title === title);
  const expr = panel?.targets.find((target) => target.refId === refId)?.expr ?? `no panel "${title}" ${refId}`;
  const values = { namespace: 'ns', model: 'm', version: '1', __rate_interval: '4m', __range: '10m' };
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`$${name}`, value), expr);
}

/** A counter that grows by the same amount between all scrapes. */
const growing = (series: string, by: number) => ({ series, values: `0+${by}x160` });

function histogram(name: string, labels: string, [observed, bound]: [typeof requests, (le: number) => string]) {
  const count = (upTo: number) => observed.reduce((sum, [n, us]) => sum + (us <= upTo ? n : 0), 0);
  return [
    ...bounds.map((le) => growing(`${name}_bucket{${labels},le="${bound(le)}"}`, count(le))),
    growing(`${name}_bucket{${labels},le="+Inf"}`, count(Infinity)),
    growing(`${name}_count{${labels}}`, count(Infinity)),
    growing(
      `${name}_sum{${labels}}`,
      observed.reduce((sum, [n, us]) => sum + n * us, 0)
    ),
  ];
}

/** The page of one model, and of strangers beside it: another namespace, another version, another method. */
function page(bound: (le: number) => string) {
  const of = (namespace: string, version: string) => `namespace="${namespace}",name="m",version="${version}"`;
  const call = (labels: string, method = 'ModelInfer') => `api="KServe",interface="REST",method="${method}",${labels}`;
  const strange: typeof requests = [[500, 5_000_000]];
  const strangers = [of('other', '1'), of('ns', '2')].flatMap((labels) => [
    growing(`ovms_requests_success{${call(labels)}}`, 500),
    growing(`ovms_requests_fail{${call(labels)}}`, 500),
    ...histogram('ovms_request_time_us', `interface="REST",${labels}`, [strange, bound]),
    ...histogram('ovms_inference_time_us', labels, [strange, bound]),
    ...histogram('ovms_wait_for_infer_req_time_us', labels, [strange, bound]),
  ]);
  const own = of('ns', '1');
  return [
    ...strangers,
    growing(`ovms_requests_success{${call(own)}}`, 20),
    growing(`ovms_requests_success{${call(own, 'GetModelStatus')}}`, 7),
    growing(`ovms_requests_fail{${call(own)}}`, 1),
    ...histogram('ovms_request_time_us', `interface="REST",${own}`, [requests, bound]),
    ...histogram('ovms_inference_time_us', own, [inferences, bound]),
    ...histogram('ovms_wait_for_infer_req_time_us', own, [waits, bound]),
  ];
}

/** Fails with promtool's report where an expression is not 1. */
function mustHold(expressions: string[], input_series: object[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-panels-'));
  try {
    const promql_expr_test = expressions.map((expr) => ({
      expr: `max(${expr})`,
      eval_time: '40m',
      exp_samples: [{ labels: '{}', value: 1 }],
    }));
    const test = { evaluation_interval: '15s', tests: [{ interval: '15s', input_series, promql_expr_test }] };
    const file = join(folder, 'test.json');
    writeFileSync(file, JSON.stringify(test));
    execFileSync(promtool, ['test', 'rules', file], { stdio: 'pipe', encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!hasPromtool)('the dashboard "Model server"', () => {
  // Prometheus 2 keeps a bound as the server writes it, Prometheus 3 makes a float of it.
  it.each([
    { le: '67466', bound: String },
    { le: '67466.0', bound: (le: number) => `${le}.0` },
  ])('with bounds like $le: each number is the one worked out by hand, within 1 %; apdex exactly', ({ bound }) => {
    const near = Object.entries(byHand).flatMap(([title, targets]) =>
      Object.entries(targets).map(([refId, value]) => `abs((${query(title, refId)}) / ${value} - 1) < bool 0.01`)
    );
    expect(near).toHaveLength(9);
    mustHold([...near, `abs((${query('Apdex', 'A')}) - ${apdex}) < bool 1e-12`], page(bound));
  });

  it('a number that is wrong is noticed', () => {
    expect(() => mustHold([`abs((${query('Apdex', 'A')}) - 0.85) < bool 1e-12`], page(String))).toThrow();
  });
});
