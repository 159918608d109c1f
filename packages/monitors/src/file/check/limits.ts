import { formatCount } from '@soundcheck/query';
import type { Meaning } from '@soundcheck/query';
import { limitBasisOf } from '../../plan/monitors.ts';
import { limitsOf, meaningsOf } from '../../plan/limits.ts';
import { placeOf, settingsOf } from '../../plan/settings.ts';
import { pathText } from '../problem.ts';
import type { Finding } from '../problem.ts';
import type { MonitorEntry, MonitorsFile } from '../shape.ts';

function kindsOf(monitor: MonitorEntry): Meaning[] {
  const meanings = meaningsOf(monitor.metric).map(({ meaning }) => meaning);
  return meanings.filter(({ valueIs }, i) => meanings.findIndex((one) => one.valueIs === valueIs) === i);
}

function example(kinds: readonly Meaning[]): string {
  return `limit: { ${kinds.map(({ valueIs }) => `${valueIs}: …`).join(', ')} }`;
}

function wrongKind(file: MonitorsFile, index: number, monitor: MonitorEntry): Finding[] {
  const { limit } = settingsOf(file, monitor);
  const path = placeOf(file, index, 'limit');
  const kinds = kindsOf(monitor);
  const labels = kinds.map(({ label }) => label).join(' on Java and ');
  if (typeof limit === 'number' && kinds.length > 1) {
    return [
      {
        path,
        message: `${pathText(path)} is one number, but ${monitor.metric} is ${labels} on Python: write ${example(kinds)}, or leave the limit out where one can be worked out.`,
      },
    ];
  }
  if (typeof limit === 'number' && kinds.some(({ range }) => limit >= range.max)) {
    return [
      {
        path,
        message: `${pathText(path)} is ${String(limit)}, but ${labels} never lies above ${String(kinds[0]?.range.max)}: make it smaller.`,
      },
    ];
  }
  if (typeof limit !== 'object' || monitor.limit === undefined) {
    return [];
  }
  const foreign = Object.keys(limit).filter((key) => !kinds.some(({ valueIs }) => valueIs === key));
  return foreign.map((key) => ({
    path: [...path, key],
    atKey: true,
    message: `${pathText([...path, key])} is no number of ${monitor.metric}: write ${example(kinds)}.`,
  }));
}

function missingLimit(file: MonitorsFile, index: number, monitor: MonitorEntry): Finding[] {
  const basis = limitBasisOf(file, monitor);
  const { nReference: n, nCurrent: m } = basis;
  if (m === undefined) {
    return [];
  }
  return limitsOf(basis).missing.flatMap((meaning): Finding[] => {
    const here = ['monitors', index];
    if (meaning.valueIs === 'ks_d') {
      return n === undefined
        ? []
        : [
            {
              path: here,
              message: `${pathText(here)} compares ${formatCount(n)} reference rows with a batch of ${formatCount(m)}, too few for any D to be drift at this level: make the batch or the reference larger, or the level higher.`,
            },
          ];
    }
    const kinds = kindsOf(monitor);
    const asked = kinds.length > 1 ? `limit: { ${meaning.valueIs}: … }` : 'limit';
    return [
      {
        path: [...here, 'metric'],
        message: `${pathText([...here, 'metric'])} is ${monitor.metric}, and ${meaning.label} depends on the data, so no limit can be worked out: add ${asked}, read off a quiet time.`,
      },
    ];
  });
}

/** Limits that must be stated, and stated limits that fit no number of the metric. */
export function checkLimits(file: MonitorsFile, index: number): Finding[] {
  const monitor = file.monitors[index];
  return monitor === undefined ? [] : [...wrongKind(file, index, monitor), ...missingLimit(file, index, monitor)];
}
