import type { Field, Frame } from '../frames/contract.ts';
import { rowsOfLine, type LoggedRow } from './logged-requests.ts';

/** Log lines with their times in epoch milliseconds, in any order. */
export interface LogLines {
  times: ArrayLike<number>;
  lines: ArrayLike<string>;
}

/**
 * A `rows` frame of the frame contract from logged request bodies: a column for the time and one for each feature, a
 * row for each row of each request. Lines without a body are left out, and a notice counts them.
 * @returns undefined where no line holds a body
 */
export function rowsFromLogs({ times, lines }: LogLines, refId: string): Frame | undefined {
  const rows: LoggedRow[] = [];
  const at: number[] = [];
  let without = 0;
  for (let i = 0; i < lines.length; i++) {
    const found = rowsOfLine(lines[i] ?? '');
    without += found.length === 0 ? 1 : 0;
    for (const row of found) {
      rows.push(row);
      at.push(times[i] ?? NaN);
    }
  }
  if (rows.length === 0) {
    return undefined;
  }
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const text = `${without} of ${lines.length} log lines hold no request body that can be read, and are left out.`;
  return {
    name: 'logged requests',
    refId,
    fields: [{ name: 'time', type: 'time', values: at }, ...names.map((name) => column(name, rows))],
    meta: {
      custom: { soundcheck: { contract: 1, role: 'rows' } },
      ...(without > 0 ? { notices: [{ severity: 'info', text }] } : {}),
    },
  };
}

function column(name: string, rows: readonly LoggedRow[]): Field {
  const values = rows.map((row) => row.get(name) ?? null);
  const type = values.every((value) => value === null || typeof value === 'number') ? 'number' : 'string';
  return {
    name,
    type,
    values: type === 'number' ? values : values.map((value) => (value === null ? null : String(value))),
  };
}
