import { catalogue, formatCount, meaningOf } from '@soundcheck/query';
import type { Monitor, Plan, Problem } from '@soundcheck/monitors';
import { alignColumns } from '../inspect/columns.ts';
import { problemLine } from '../plan/read-file.ts';
import type { NeededVariable } from './variables.ts';

/** All that `check` found out. */
export interface CheckReport {
  path: string;
  problems: Problem[];
  /** Of the files that would be rendered: they have no line. */
  outputProblems: string[];
  warnings: string[];
  plan?: Plan;
  variables: NeededVariable[];
}

const short = (value: number) => String(Number(value.toPrecision(4)));

function limitLines({ metric, limits }: Monitor): string[] {
  return limits.map(({ valueIs, value, origin }) => {
    const meaning = meaningOf(metric, valueIs);
    const sign = meaning?.direction === 'low' ? 'below' : 'over';
    return `${meaning?.label ?? valueIs} ${sign} ${short(value)}: ${origin}`;
  });
}

function monitorLines(monitors: readonly Monitor[]): string[] {
  const rows = monitors.flatMap((monitor) => {
    const { id, namespace, model, modelVersion, metric, batch, persistence, engine, retrain } = monitor;
    const [first = 'no limit', ...more] = limitLines(monitor);
    const watched = `${model} ${modelVersion}`;
    const steps = `${String(persistence.need)} of ${String(persistence.of)} × ${String(persistence.everySeconds)} s`;
    const row = [id, namespace, watched, catalogue[metric].label, `${formatCount(batch)} rows`, steps, engine];
    return [[...row, retrain ? 'retrains' : '-', first], ...more.map((line) => [...row.map(() => ''), '', line])];
  });
  const head = ['monitor', 'namespace', 'model', 'metric', 'window', 'persistence', 'engine', 'retrains', 'limit'];
  return alignColumns([head, ...rows]);
}

function variableLines(variables: readonly NeededVariable[]): string[] {
  return alignColumns(variables.map(({ by, name, setHere }) => [by, name, setHere ? 'set here' : 'not set here']));
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

export function isWrong({ problems, outputProblems }: CheckReport): boolean {
  return problems.length + outputProblems.length > 0;
}

/** For people, and for editors that read `file:line:column: sentence`. */
export function checkText(report: CheckReport): string {
  const { path, plan, warnings, variables } = report;
  const problems = [...report.problems.map((problem) => problemLine(path, problem)), ...report.outputProblems];
  const lines = [
    ...problems,
    ...(isWrong(report) ? [] : [`${path} is right.`]),
    ...section('Monitors', plan ? monitorLines(plan.monitors) : []),
    ...section('Variables, which must be set where each of these runs', variableLines(variables)),
    ...section('Warnings', warnings),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same for programs. */
export function checkJson(report: CheckReport): string {
  const { plan, warnings, variables } = report;
  const problems = [
    ...report.problems.map(({ line, column, message }) => ({ line, column, message })),
    ...report.outputProblems.map((message) => ({ message })),
  ];
  const code = isWrong(report) ? 1 : 0;
  return `${JSON.stringify({ code, problems, warnings, monitors: plan?.monitors ?? [], variables }, undefined, 2)}\n`;
}
