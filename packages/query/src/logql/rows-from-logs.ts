import type { Field, Frame } from '../frames/contract.ts';
import { rowsOfLine, type LoggedRow } from './logged-requests.ts';

/** Log lines with their times in epoch milliseconds, in any order. */
export interface LogLines {
  times: ArrayLike<number>;
  lines: ArrayLike<string>;
}

/** The rows of logged request bodies, line by line: for who wants to pause in between. */
export class LoggedRows {
  private readonly rows: LoggedRow[] = [];
  private readonly times: number[] = [];
  /** Lines read, and those of them without a body that can be read. */
  read = 0;
  without = 0;

  add(time: number, line: string): void {
    const found = rowsOfLine(line);
    this.read += 1;
    this.without += found.length === 0 ? 1 : 0;
    for (const row of found) {
      this.rows.push(row);
      this.times.push(time);
    }
  }

  /**
   * A `rows` frame of the frame contract: a column for the time and one for each feature, a row for each row of each
   * request. A notice counts the lines that are left out.
   * @returns undefined where no line held a body
   */
  frame(refId?: string): Frame | undefined {
    if (this.rows.length === 0) {
      return undefined;
    }
    const names = [...new Set(this.rows.flatMap((row) => [...row.keys()]))];
    const text = `${this.without} of ${this.read} log lines hold no request body that can be read, and are left out.`;
    return {
      name: 'logged requests',
      ...(refId === undefined ? {} : { refId }),
      fields: [{ name: 'time', type: 'time', values: this.times }, ...names.map((name) => column(name, this.rows))],
      meta: {
        custom: { soundcheck: { contract: 1, role: 'rows' } },
        ...(this.without > 0 ? { notices: [{ severity: 'info', text }] } : {}),
      },
    };
  }
}

/** The `rows` frame of log lines that hold request bodies: see `LoggedRows`. */
export function rowsFromLogs({ times, lines }: LogLines, refId?: string): Frame | undefined {
  const rows = new LoggedRows();
  for (let i = 0; i < lines.length; i++) {
    rows.add(times[i] ?? NaN, lines[i] ?? '');
  }
  return rows.frame(refId);
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
