import { stringify } from 'yaml';
import type { Pushed } from './push.ts';

/** The lines of monitors.yaml that say what is stored. */
export function monitorsLines({ model, tag, rows, storedRows, dialect, inputs, outputs }: Pushed): string {
  // Java computes drift of the outputs, too.
  const features = inputs.length + (dialect === 'java' ? outputs.length : 0);
  return stringify({ models: { [model]: { reference: { tag, rows, storedRows }, features } } });
}

export function textReport(pushed: Pushed): string {
  const { url, model, tag, sent, rows, storedRows, inputs, outputs, notes, findings } = pushed;
  const count = (n: number) => n.toLocaleString('en-US');
  const columns = (n: number, what: string) => `${String(n)} ${what}${n === 1 ? '' : 's'}`;
  const all = rows === sent ? '' : `, which has ${count(rows)} now`;
  return [
    `${count(sent)} rows of ${columns(inputs.length, 'input')} and ${columns(outputs.length, 'output')} are stored as ${tag} of ${model}${all} (${url}).`,
    `storedRows: ${String(storedRows)}`,
    ...notes,
    ...findings,
    '',
    'For monitors.yaml:',
    '',
    monitorsLines(pushed),
  ].join('\n');
}
