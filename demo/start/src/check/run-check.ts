import { say, step } from '../progress.ts';
import { tableLines } from '../table.ts';
import { checkDashboard } from './check-dashboard.ts';
import { checkParts } from './check-parts.ts';
import { readDashboards } from './dashboards.ts';
import { findUntil } from './finding.ts';
import type { Demo } from '../demo.ts';
import type { Context } from '../parts/context.ts';
import type { Finding } from './finding.ts';

/** For the first scrapes and evaluations. */
const patienceMs = 60_000;

/** Checks each part and each shipped dashboard query and prints a table. @returns the exit code */
export async function runCheck(context: Context, demo: Demo): Promise<number> {
  await demo.natives;
  const find = findUntil(Date.now() + patienceMs);
  const findings = await step('Check of the parts', () => checkParts(context, demo, find));
  if (demo.joined.has('prometheus')) {
    for (const dashboard of readDashboards()) {
      const check = () => checkDashboard(dashboard, context, find, demo.joined.has('loki'));
      findings.push(...(await step(`Check of ${dashboard.title}`, check)));
    }
  } else {
    findings.push({ what: 'dashboards', state: 'absent', detail: 'their queries over time need Prometheus' });
  }
  say(['', ...tableLines(findings.map(({ what, state, detail }) => [state, what, detail])), ''].join('\n'));
  return verdict(findings, context.args.allowAbsent);
}

/** 0 where all is well; what is absent counts as failed unless that is allowed. */
export function verdict(findings: Finding[], allowAbsent: boolean): number {
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length;
  const bad = count('failed') + (allowAbsent ? 0 : count('absent'));
  say(`  ${count('ok')} ok, ${count('failed')} failed, ${count('absent')} absent`);
  return bad === 0 ? 0 : 1;
}
