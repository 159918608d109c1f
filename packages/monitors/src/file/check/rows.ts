import { catalogue } from '@soundcheck/query';
import { modelOf, settingsOf } from '../../plan/settings.ts';
import { pathText } from '../problem.ts';
import type { Finding } from '../problem.ts';
import type { MonitorsFile } from '../shape.ts';

/** Reference rows and batch: critical values come from them, so they have to be there and fit together. */
export function checkRows(file: MonitorsFile, index: number): Finding[] {
  const monitor = file.monitors[index];
  const model = monitor && modelOf(file, monitor);
  if (monitor === undefined || model === undefined) {
    return [];
  }
  const findings: Finding[] = [];
  const here = ['monitors', index];
  const { batch } = settingsOf(file, monitor);
  const reference = model.reference;
  if (reference === undefined && catalogue[monitor.metric].kind === 'drift') {
    const path = ['models', monitor.model];
    findings.push({
      path,
      atKey: true,
      message: `${pathText(path)} has no reference, which ${monitor.metric} of ${pathText(here)} compares with: add reference: { tag, rows }.`,
    });
  }
  if (reference?.storedRows !== undefined && reference.storedRows < reference.rows) {
    const path = ['models', monitor.model, 'reference', 'storedRows'];
    findings.push({
      path,
      message: `${pathText(path)} is ${String(reference.storedRows)}, but the reference alone has ${String(reference.rows)} rows: storedRows counts all rows that were stored when it was complete.`,
    });
  }
  if (batch === undefined) {
    findings.push({
      path: here,
      message: `${pathText(here)} has no batch: say in it, in ${pathText(['models', monitor.model])} or in defaults how many rows the current window has.`,
    });
  }
  return findings;
}
