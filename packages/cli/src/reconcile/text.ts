import { isFinding } from './report.ts';
import type { Entry, NamespaceReport } from './report.ts';

function titleOf({ monitor, name, id, metric, model, features }: Entry): string {
  const who = monitor ?? name ?? id ?? '';
  const what = features && features.length <= 3 ? `${metric} of ${features.join(', ')}` : metric;
  return `${who}: ${what}, ${model}`;
}

function lineOf(entry: Entry): string {
  const id = entry.id === undefined ? '' : ` [${entry.id}]`;
  const message = entry.message ? `\n${' '.repeat(16)}${entry.message}` : '';
  return `  ${entry.state.padEnd(13)} ${titleOf(entry)}${id}${message}\n`;
}

/** A run for people: a paragraph for each namespace. */
export function textReport(reports: readonly NamespaceReport[]): string {
  return reports
    .map(({ namespace, url, dialect, error, schedules }) => {
      const findings = schedules.filter(isFinding).length;
      const summary =
        error === undefined
          ? findings === 0
            ? 'equal to the file'
            : `${String(findings)} ${findings === 1 ? 'thing is' : 'things are'} left to do`
          : 'could not be reconciled';
      const where = [url, dialect].filter((part) => part !== undefined).join(', ');
      const head = `${namespace}${where ? ` (${where})` : ''}: ${summary}\n`;
      return head + schedules.map(lineOf).join('') + (error === undefined ? '' : `  ${error}\n`);
    })
    .join('\n');
}
