import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, it } from 'vitest';
import { buildScores } from './build-scores.ts';

/** What the expressions give, worked out by Prometheus' own engine: `promtool test rules` on the published series. */
const promtool = resolve(import.meta.dirname, '../../../../.cache/bin/promtool');
const hasPromtool = existsSync(promtool);
if (!hasPromtool) {
  console.warn('.cache/bin/promtool is not built: the tests that evaluate the expressions are skipped.');
}

type Series = Record<string, number>;

/** Fails with promtool's own report where the expression gives anything but `expected`. */
function evaluate(expr: string, series: Series, expected: Series): void {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-promql-'));
  try {
    const file = join(folder, 'test.json');
    const test = {
      evaluation_interval: '1m',
      tests: [
        {
          interval: '1m',
          input_series: Object.entries(series).map(([name, value]) => ({ series: name, values: String(value) })),
          promql_expr_test: [
            {
              expr,
              eval_time: '0m',
              exp_samples: Object.entries(expected).map(([labels, value]) => ({ labels, value })),
            },
          ],
        },
      ],
    };
    writeFileSync(file, JSON.stringify(test));
    execFileSync(promtool, ['test', 'rules', file], { stdio: 'pipe', encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function python(metric: string, labels: Record<string, string>): string {
  const all = {
    modelId: 'm',
    namespace: 'ns',
    metricName: 'x',
    referenceTag: 'T',
    fitColumns: 'a,b',
    instance: 'i',
    pod: 'p',
    ...labels,
  };
  return `${metric}{${Object.entries(all)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')}}`;
}

function java(metric: string, labels: Record<string, string>): string {
  const all = { model: 'm', namespace: 'ns', metricName: 'x', batch_size: '100', instance: 'i', ...labels };
  return `${metric}{${Object.entries(all)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')}}`;
}

describe.skipIf(!hasPromtool)('what Prometheus makes of the expressions', () => {
  it('reads one name in two dialects as two numbers, and the worse of two schedules', () => {
    evaluate(
      buildScores({ metric: 'ks' }),
      {
        [python('trustyai_kstest', { subcategory: 'a', request: '1' })]: 0.2,
        [python('trustyai_kstest', { subcategory: 'a', request: '2', pod: 'q' })]: 0.3,
        [java('trustyai_kstest', { subcategory: 'a', request: '3' })]: 0.04,
        [java('trustyai_kstest', { subcategory: 'a', request: '4' })]: 0,
      },
      {
        '{namespace="ns",model="m",feature="a",metric="ks",value_is="ks_d",dialect="python"}': 0.3,
        '{namespace="ns",model="m",feature="a",metric="ks",value_is="p_value",dialect="java"}': 0,
      }
    );
  });

  it('keeps the sign of t and takes the one farther from 0, on either side', () => {
    const t = (feature: string, request: string) => python('trustyai_comparemeans', { subcategory: feature, request });
    const scored = (feature: string) =>
      `{namespace="ns",model="m",feature="${feature}",metric="compare-means",value_is="t",dialect="python"}`;
    evaluate(
      buildScores({ metric: 'compare-means', dialect: 'python' }),
      { [t('down', '1')]: -5, [t('down', '2')]: 1, [t('up', '1')]: 4, [t('up', '2')]: -3, [t('one', '1')]: -0.9 },
      { [scored('down')]: -5, [scored('up')]: 4, [scored('one')]: -0.9 }
    );
  });

  it('takes the ratio farther from 1, and keeps groups apart', () => {
    const dir = (outcome: string, request: string) =>
      java('trustyai_dir', {
        protected: 'sex',
        outcome,
        request,
        privileged: '1',
        unprivileged: '0',
        favorable_value: '1',
      });
    const scored = (outcome: string) =>
      `{namespace="ns",model="m",feature="sex",metric="dir",value_is="ratio",dialect="java",outcome="${outcome}",privileged="1",unprivileged="0",favorable="1"}`;
    evaluate(
      buildScores({ metric: 'dir' }),
      { [dir('y', '1')]: 0.5, [dir('y', '2')]: 1.2, [dir('z', '1')]: 1.4, [dir('z', '2')]: 0.9 },
      { [scored('y')]: 0.5, [scored('z')]: 1.4 }
    );
  });

  it('gives joint metrics one feature, keeps schedules with names apart, and honours the choices', () => {
    evaluate(
      buildScores({ metric: 'mmd', model: 'm', namespace: 'ns' }),
      {
        [python('trustyai_mmd', { request: '1', requestName: 'nightly' })]: 0.001,
        [python('trustyai_fouriermmd', { request: '2', requestName: 'hourly' })]: 0.002,
        [python('trustyai_mmd', { request: '3', namespace: 'other' })]: 9,
      },
      {
        '{namespace="ns",model="m",feature="(all features)",metric="mmd",value_is="mmd2",dialect="python",request_name="nightly"}': 0.001,
        '{namespace="ns",model="m",feature="(all features)",metric="mmd",value_is="mmd2",dialect="python",request_name="hourly"}': 0.002,
      }
    );
    evaluate(
      buildScores({ metric: 'ks', features: ['a.b', 'c'], referenceTag: 'T' }),
      {
        [python('trustyai_kstest', { subcategory: 'a.b' })]: 0.1,
        [python('trustyai_kstest', { subcategory: 'aXb' })]: 0.2,
        [python('trustyai_kstest', { subcategory: 'c', referenceTag: 'U' })]: 0.3,
      },
      { '{namespace="ns",model="m",feature="a.b",metric="ks",value_is="ks_d",dialect="python"}': 0.1 }
    );
  });
});
