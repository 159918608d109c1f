import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { literal } from '../prometheus/literal.ts';

/** Prometheus' own tool evaluates rules over given series: `promtool test rules`. */

const promtool = resolve(import.meta.dirname, '../../../../.cache/bin/promtool');
export const hasPromtool = existsSync(promtool);
if (!hasPromtool) {
  console.warn('.cache/bin/promtool is not built: the tests that Prometheus itself evaluates the rules are skipped.');
}

/** A series with its values from minute 0 on, in promtool's notation. */
export interface InputSeries {
  series: string;
  values: string;
}

export interface RuleTest {
  name: string;
  /** Between two values; a minute where absent. */
  interval?: string;
  input_series: InputSeries[];
  alert_rule_test?: unknown[];
  promql_expr_test?: Array<{ expr: string; eval_time: string; exp_samples: Array<{ labels: string; value: number }> }>;
}

/** Tests of one rules file. */
export interface RuleTestFile {
  rules: string;
  /** Between two evaluations; half a minute where absent. */
  evaluation?: string;
  tests: RuleTest[];
}

/** A metric with labels, as series are written. JSON's escapes are among Go's. */
export function series(metric: string, labels: Readonly<Record<string, string>>): string {
  const written = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `${metric}{${written.join(',')}}`;
}

function failureOf(error: unknown): string {
  const output =
    typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : String(error);
  return output.replace(/\n{2,}/g, '\n').slice(0, 6000);
}

/**
 * Runs all files in one go.
 * @returns promtool's report of what differs; empty where all is as expected
 */
export function promtoolReport(files: readonly RuleTestFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-rules-'));
  try {
    const names = files.map(({ rules, tests, evaluation = '30s' }, i) => {
      writeFileSync(join(folder, `${String(i)}.rules.yml`), rules);
      const test = {
        rule_files: [`${String(i)}.rules.yml`],
        evaluation_interval: evaluation,
        tests: tests.map((one) => ({ interval: '1m', ...one })),
      };
      const path = join(folder, `${String(i)}.test.json`);
      writeFileSync(path, literal(test));
      return path;
    });
    execFileSync(promtool, ['test', 'rules', ...names], { stdio: 'pipe', encoding: 'utf8', maxBuffer: 1e8 });
    return '';
  } catch (error) {
    return failureOf(error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Fails with the sentences about a file that should have been right. */
export function checkRules(rules: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-rules-'));
  try {
    const path = join(folder, 'rules.yml');
    writeFileSync(path, rules);
    return execFileSync(promtool, ['check', 'rules', path], { stdio: 'pipe', encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
