import { describe, expect, it } from 'vitest';
import { rulesFile } from '../../prometheus/rules-file.ts';
import { PLACE, published, rowsGauge, upGauge } from '../../testing/published.ts';
import { hasPromtool, promtoolReport, series } from '../../testing/promtool.ts';
import type { RuleTest } from '../../testing/promtool.ts';
import { planOfText } from '../../testing/read-plan.ts';

/** Each companion by promtool: what it fires on, what it stays quiet on. Its times are cut short. */

const FILE = `
version: 1
namespaces:
  ns:
    trustyai: { url: 'http://trustyai' }
    modelServer: { errorShare: 0.05, latency: 500ms, quantile: 0.5 }
models: { m: { version: v1, reference: { tag: TRAINING, rows: 5000 }, features: 13, batch: 500 } }
defaults: { noData: 5m, stale: 8m }
monitors:
  - { id: watch, model: m, namespaces: [ns], metric: ks, minimumRows: 50 }
grafana: { url: 'http://grafana' }
`;

const JAVA = published('ks', 'java') ?? '';
const PYTHON = published('ks', 'python') ?? '';
const ROWS = rowsGauge();
const UP = upGauge();
const server = (metric: string, labels: Record<string, string> = {}) =>
  series(metric, { namespace: PLACE.namespace, name: 'm', version: '1', instance: 's', ...labels });
const bucket = (le: string) => server('ovms_request_time_us_bucket', { le });

interface Case {
  situation: string;
  /** One value a minute, in promtool's notation. */
  series: Record<string, string>;
  /** The alert's name, and "#" for each minute in which it fires. */
  verdicts: Record<string, string>;
}

const HEALTHY = { [UP]: '1x20', [ROWS]: '5600+10x20', [PYTHON]: '0.03x20' };

// prettier-ignore
const CASES: Case[] = [
  {
    situation: 'all is well',
    series: {
      ...HEALTHY, [server('ovms_requests_success')]: '0+100x20', [server('ovms_requests_fail')]: '0+1x20',
      [bucket('100000')]: '0+100x20', [bucket('1000000')]: '0+101x20', [bucket('+Inf')]: '0+101x20',
    },
    verdicts: {
      'm-nodata': '............', 'm-stale': '............', 'm-schedulelost-watch': '............',
      'm-referenceinwindow-watch': '............', 'soundcheck-trustyaidown': '............',
      'm-modelserverdown': '............', 'm-modelerrors': '............', 'm-modellatency': '............',
    },
  },
  {
    situation: 'the service answers and knows nothing of the model',
    series: { [UP]: '1x20' },
    verdicts: { 'm-nodata': '.....#######', 'm-schedulelost-watch': '............', 'm-datadrift-watch': '............' },
  },
  {
    situation: 'the model has rows and no series',
    series: { [UP]: '1x20', [ROWS]: '5600+10x20' },
    verdicts: { 'm-schedulelost-watch': '.....#######', 'm-nodata': '............' },
  },
  {
    situation: 'the series are gone for a while',
    series: { ...HEALTHY, [PYTHON]: '0.03x2 stale _x7 0.03x3' },
    verdicts: { 'm-schedulelost-watch': '........###.' },
  },
  {
    situation: 'the series of another reference, and of another batch on Java',
    series: {
      [UP]: '1x20', [ROWS]: '5600+10x20',
      [published('ks', 'python', { referenceTag: 'OTHER' }) ?? '']: '0.9x20',
      [published('ks', 'java', { batch_size: '5000' }) ?? '']: '0x20',
    },
    verdicts: { 'm-schedulelost-watch': '.....#######', 'm-datadrift-watch': '............' },
  },
  {
    situation: 'no new rows',
    series: { ...HEALTHY, [ROWS]: '5600 5610 5610x13' },
    verdicts: { 'm-stale': '........####' },
  },
  {
    situation: 'no new rows since the start: too early to say',
    series: { ...HEALTHY, [ROWS]: '5600x7 5601x8' },
    verdicts: { 'm-stale': '............' },
  },
  {
    situation: 'reference rows in the window of the Python service',
    series: { [UP]: '1x20', [ROWS]: '5100+50x20', [PYTHON]: '0.03x20' },
    verdicts: { 'm-referenceinwindow-watch': '########....' },
  },
  {
    situation: 'the Java service counts later rows only',
    series: { [UP]: '1x20', [ROWS]: '5100+50x20', [JAVA]: '0.5x20' },
    verdicts: { 'm-referenceinwindow-watch': '............' },
  },
  {
    situation: 'TrustyAI cannot be read',
    series: { [UP]: '1 1 1 0 0 0 0 1 1 1', [ROWS]: '5600 5610 5620 stale' },
    verdicts: { 'soundcheck-trustyaidown': '....###...', 'm-nodata': '..........' },
  },
  {
    situation: 'there is no target',
    series: { [ROWS]: '5600x10' },
    verdicts: { 'soundcheck-trustyaidown': '.#########', 'm-modelserverdown': '.#########' },
  },
  {
    situation: 'requests fail',
    series: { ...HEALTHY, [server('ovms_requests_success')]: '0+100x20', [server('ovms_requests_fail')]: '0+1x5 12+10x15' },
    verdicts: { 'm-modelerrors': '.............##', 'm-modelserverdown': '............' },
  },
  {
    situation: 'no requests at all',
    series: { ...HEALTHY, [server('ovms_requests_success')]: '7x20', [server('ovms_requests_fail')]: '0x20', [bucket('100000')]: '7x20', [bucket('+Inf')]: '7x20' },
    verdicts: { 'm-modelerrors': '............', 'm-modellatency': '............' },
  },
  {
    situation: 'half of the requests take longer than half a second',
    series: { ...HEALTHY, [bucket('100000')]: '0+10x20', [bucket('1000000')]: '0+101x20', [bucket('+Inf')]: '0+101x20' },
    verdicts: { 'm-modellatency': '......######' },
  },
];

function testOf({ situation, series: inputs, verdicts }: Case): RuleTest {
  return {
    name: situation,
    input_series: Object.entries(inputs).map(([name, values]) => ({ series: name, values })),
    promql_expr_test: Object.entries(verdicts).flatMap(([alert, verdict]) =>
      [...verdict].map((mark, minute) => {
        const said = `${situation}: ${alert}, minute ${String(minute)}`;
        return {
          expr: `label_replace(count(ALERTS{alertname="${alert}",alertstate="firing"}) or vector(0),"case","${said}","","")`,
          eval_time: `${String(minute)}m`,
          exp_samples: [{ labels: `{case="${said}"}`, value: mark === '#' ? 1 : 0 }],
        };
      })
    ),
  };
}

describe.skipIf(!hasPromtool)('companions of the rules, by promtool', () => {
  it('each fires on its own cause and on no other', () => {
    expect(promtoolReport([{ rules: rulesFile(planOfText(FILE), 'ns'), tests: CASES.map(testOf) }])).toBe('');
  });
});
