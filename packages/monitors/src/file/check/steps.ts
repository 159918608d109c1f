import { EVALUATION, placeOf, settingsOf } from '../../plan/settings.ts';
import { pathText } from '../problem.ts';
import type { Finding } from '../problem.ts';
import type { MonitorsFile } from '../shape.ts';
import { secondsOf } from '../values.ts';

/** Persistence against itself, against the evaluation, and against the time that rows may stand still. */
export function checkSteps(file: MonitorsFile, index: number): Finding[] {
  const monitor = file.monitors[index];
  if (monitor === undefined) {
    return [];
  }
  const settings = settingsOf(file, monitor);
  const { need, of, every } = settings.persistence;
  const path = placeOf(file, index, 'persistence');
  const findings: Finding[] = [];
  if (need > of) {
    findings.push({
      path: [...path, 'need'],
      message: `${pathText([...path, 'need'])} is ${String(need)}, but only ${String(of)} steps are looked at: make \`of\` at least ${String(need)}, or \`need\` smaller.`,
    });
  }
  const evaluation = file.prometheus?.every ?? EVALUATION;
  if (secondsOf(every) % secondsOf(evaluation) !== 0) {
    findings.push({
      path: [...path, 'every'],
      message: `${pathText([...path, 'every'])} is ${every}, no whole multiple of prometheus.every (${evaluation}): steps would be judged late. Make it a multiple.`,
    });
  }
  if (secondsOf(every) * of > secondsOf(settings.stale)) {
    findings.push({
      path: [...path, 'every'],
      message: `${pathText(path)} looks back over ${String(of)} steps of ${every}, longer than the ${settings.stale} after which rows count as stale: shorten it, or make stale longer.`,
    });
  }
  return findings;
}
