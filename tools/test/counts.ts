import { readFileSync } from 'node:fs';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed or passed at the second try only, with its reason, for the end of the output: the rest scrolls away. */
  remarks: string[];
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0, remarks: [] };

export function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    remarks: [...a.remarks, ...b.remarks],
  };
}

/** A check that is one thing: it holds or it does not. */
export function single(name: string, ok: boolean): Counts {
  return ok ? { ...none, passed: 1 } : { ...none, failed: 1, remarks: [`FAILED ${name}`] };
}

export const skippedOne: Counts = { ...none, skipped: 1 };

/** A runner that ended badly without a failed test (a crash, a broken file) counts as one failure. */
function withExit(name: string, counts: Counts, ok: boolean): Counts {
  return ok || counts.failed > 0 ? counts : add(counts, single(`${name}: ended badly without a failed test`, false));
}

function at(report: unknown, key: string): unknown {
  return typeof report === 'object' && report !== null
    ? Object.entries(report).find(([name]) => name === key)?.[1]
    : undefined;
}

function numberAt(report: unknown, key: string): number {
  const value = at(report, key);
  return typeof value === 'number' ? value : 0;
}

function listAt(report: unknown, key: string): unknown[] {
  const value = at(report, key);
  return Array.isArray(value) ? value : [];
}

/** A title with the beginning of an error's message, without colours. */
function remark(title: string, message: unknown): string {
  const text = typeof message === 'string' ? message.replace(/\u001b\[[0-9;]*m/g, '').slice(0, 600) : '';
  return `${title}\n${text}`.trim().replaceAll('\n', '\n    ');
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The JSON report that jest and vitest share. */
export function countUnit(name: string, file: string, ok: boolean): Counts {
  const report = readJson(file);
  const results = listAt(report, 'testResults').flatMap((suite) => listAt(suite, 'assertionResults'));
  const counts = {
    passed: numberAt(report, 'numPassedTests'),
    failed: numberAt(report, 'numFailedTests'),
    skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
    remarks: results
      .filter((result) => at(result, 'status') === 'failed')
      .map((result) =>
        remark(`FAILED ${name}: ${String(at(result, 'fullName'))}`, listAt(result, 'failureMessages')[0])
      ),
  };
  return withExit(name, counts, ok && report !== undefined);
}

/** The specs that failed at least once, in a suite of Playwright's report and all suites within. */
function failedSpecs(name: string, suite: unknown): string[] {
  const own = listAt(suite, 'specs').flatMap((spec) => {
    const results = listAt(spec, 'tests').flatMap((one) => listAt(one, 'results'));
    const failed = results.find((result) => at(result, 'error') !== undefined);
    const verdict = at(spec, 'ok') === false ? 'FAILED' : 'FLAKY, passed at the second try:';
    const title = `${verdict} ${name}/${String(at(spec, 'file'))}: ${String(at(spec, 'title'))}`;
    return failed === undefined ? [] : [remark(title, at(at(failed, 'error'), 'message'))];
  });
  return [...own, ...listAt(suite, 'suites').flatMap((one) => failedSpecs(name, one))];
}

/** Playwright's JSON report. */
export function countPlaywright(name: string, file: string, ok: boolean): Counts {
  const report = readJson(file);
  const stats = at(report, 'stats');
  const counts = {
    passed: numberAt(stats, 'expected') + numberAt(stats, 'flaky'),
    failed: numberAt(stats, 'unexpected'),
    skipped: numberAt(stats, 'skipped'),
    remarks: failedSpecs(name, report),
  };
  return withExit(name, counts, ok && stats !== undefined);
}

/** `go test -json`: one event a line. */
export function countGo(output: string, ok: boolean): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const remarks: string[] = [];
  for (const line of output.split('\n')) {
    const match = /^\{.*"Action":"(pass|fail|skip)".*"Test":"([^"]*)"/.exec(line);
    if (match) {
      counts[match[1] === 'pass' ? 'passed' : match[1] === 'fail' ? 'failed' : 'skipped'] += 1;
      if (match[1] === 'fail') {
        remarks.push(`FAILED go: ${match[2] ?? ''}`);
      }
    }
  }
  return withExit('go', { ...counts, remarks }, ok);
}
