import { readFileSync } from 'node:fs';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** A check that is one thing: it holds or it does not. */
export function single(ok: boolean): Counts {
  return ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

export const skippedOne: Counts = { passed: 0, failed: 0, skipped: 1 };

/** A runner that ended badly without a failed test (a crash, a broken file) counts as one failure. */
function withExit(counts: Counts, ok: boolean): Counts {
  return ok || counts.failed > 0 ? counts : add(counts, single(false));
}

function numberAt(report: unknown, key: string): number {
  if (typeof report !== 'object' || report === null) {
    return 0;
  }
  const value: unknown = Object.entries(report).find(([name]) => name === key)?.[1];
  return typeof value === 'number' ? value : 0;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The JSON report that jest and vitest share. */
export function countUnit(file: string, ok: boolean): Counts {
  const report = readJson(file);
  const counts = {
    passed: numberAt(report, 'numPassedTests'),
    failed: numberAt(report, 'numFailedTests'),
    skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
  };
  return withExit(counts, ok && report !== undefined);
}

/** Playwright's JSON report. */
export function countPlaywright(file: string, ok: boolean): Counts {
  const report = readJson(file);
  const stats = typeof report === 'object' && report !== null && 'stats' in report ? report.stats : undefined;
  const counts = {
    passed: numberAt(stats, 'expected') + numberAt(stats, 'flaky'),
    failed: numberAt(stats, 'unexpected'),
    skipped: numberAt(stats, 'skipped'),
  };
  return withExit(counts, ok && stats !== undefined);
}

/** `go test -json`: one event a line. */
export function countGo(output: string, ok: boolean): Counts {
  const counts = { ...none };
  for (const line of output.split('\n')) {
    const match = /^\{.*"Action":"(pass|fail|skip)".*"Test":"/.exec(line);
    if (match) {
      counts[match[1] === 'pass' ? 'passed' : match[1] === 'fail' ? 'failed' : 'skipped'] += 1;
    }
  }
  return withExit(counts, ok);
}
