import type { Columns, Recorded } from './recorded-columns.ts';

/** What was compared when a number was recorded. */
export interface Run {
  reference: Columns;
  current: Columns;
}

/** The data of the recorded drift calls by name; test support. */
export function recordedRuns(recorded: Recorded): Record<string, Run> {
  const credit = (stored: number, batch: number): Run => ({
    reference: recorded.creditReference(),
    current: lastRows(batch, recorded.creditInferences(stored)),
  });
  const window = (stored: number): Run => ({
    reference: recorded.creditReference(),
    current: lastRows(600, recorded.windowInferences(stored)),
  });
  const small = (model: string, inference = 'inference'): Run => ({
    reference: recorded.columns(`${model}-upload-training`),
    current: recorded.columns(`${model}-${inference}-request`, `${model}-${inference}-response`),
  });
  return {
    'credit 5': credit(5, 5),
    'credit first 100': credit(100, 100),
    'credit first 200': credit(200, 200),
    'credit first 300': credit(300, 300),
    'credit last 100': credit(600, 100),
    'credit 600': credit(600, 600),
    'window 600': window(600),
    'window 4000': window(4000),
    'no drift': small('nodrift'),
    constants: small('const'),
    huge: small('null', 'inference-huge'),
    'one row': small('one'),
    'two rows': { ...small('one'), current: joined(small('one').current, small('one', 'inference-2').current) },
    types: { reference: recorded.columns('types-upload-training'), current: typesRows() },
  };
}

/** Of twenty one-row events only the first is recorded; these columns count on from there, the others are unknown. */
function typesRows(): Columns {
  const rows = Float64Array.from({ length: 20 }, (_, row) => row);
  return new Map([
    ['i32', rows.map((row) => row + 20)],
    ['i64', rows],
    ['y-0', rows.map(() => 1)],
  ]);
}

function lastRows(rows: number, columns: Columns): Columns {
  return new Map([...columns].map(([name, column]) => [name, column.slice(-rows)]));
}

function joined(first: Columns, second: Columns): Columns {
  return new Map([...first].map(([name, column]) => [name, Float64Array.of(...column, ...(second.get(name) ?? []))]));
}
