import { Uncaught } from '../http/reply.ts';
import { readLocalTime } from '../local-time.ts';
import type { ColumnSpec } from '../storage/schema.ts';
import type { Frame, RowMark } from '../storage/stored-model.ts';
import { storedNumber } from '../storage/typed-value.ts';
import { asSpecial, specialName } from './matcher.ts';
import type { DownloadRequest, Matcher } from './matcher.ts';

/** The rows that can be chosen from, and their columns under raw names. */
interface Source {
  frame: Frame;
  specs: readonly ColumnSpec[];
}

/**
 * Row numbers of the frame that a request wants. Conditions apply one after the other, and INDEX counts the rows left
 * by those before it. Two of `matchAny` that hold for the same row end in an exception, as on the service.
 */
export function selectRows(source: Source, request: DownloadRequest): number[] {
  let rows = source.frame.marks.map((_, row) => row);
  for (const matcher of request.matchAll) rows = matching(source, rows, matcher);
  if (request.matchAny.length > 0) {
    const before = rows;
    rows = request.matchAny.flatMap((matcher) => matching(source, before, matcher));
    if (new Set(rows).size < rows.length) throw new Uncaught('A row matches two conditions of matchAny.');
  }
  for (const matcher of request.matchNone) {
    const unwanted = new Set(matching(source, rows, matcher));
    rows = rows.filter((row) => !unwanted.has(row));
  }
  return rows;
}

function matching(source: Source, rows: readonly number[], matcher: Matcher): number[] {
  const holds = condition(source, matcher);
  return rows.filter((row, index) => holds(row, index));
}

type Condition = (row: number, index: number) => boolean;

function condition({ frame, specs }: Source, matcher: Matcher): Condition {
  const special = asSpecial(specialName(matcher));
  const { columnName, operation, values } = matcher;
  if (special === 'INDEX') {
    const holds = numberTest(operation, values.map(Number));
    return (_row, index) => holds(index);
  }
  if (special === 'TIMESTAMP') {
    const holds = numberTest(
      operation,
      values.map((value) => Number(readLocalTime(String(value))))
    );
    return (row) => holds(frame.marks[row]?.time ?? NaN);
  }
  if (special !== undefined) {
    const field: keyof RowMark = special === 'TAG' ? 'tag' : 'id';
    return (row) => values.includes(frame.marks[row]?.[field] ?? '');
  }
  // Checked names are those in force, yet rows know their columns by raw names only.
  const spec = specs.find(({ name }) => name === columnName);
  const column = frame.columns.get(columnName);
  if (!spec || !column) throw new Uncaught(`There is no column ${columnName} among the raw names.`);
  const wanted = values.map((value) => (operation === 'EQUALS' ? storedNumber(value, spec.type) : Number(value)));
  const holds = numberTest(
    operation,
    wanted.map((value) => value ?? NaN)
  );
  return (row) => holds(column[row] ?? NaN);
}

/** EQUALS: any of the values. BETWEEN: from the first up to but without the second. */
function numberTest(operation: string, values: readonly number[]): (value: number) => boolean {
  if (operation === 'EQUALS') return (value) => values.includes(value);
  const [low = NaN, high = NaN] = values;
  return (value) => value >= low && value < high;
}
