import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CoreError } from '@soundcheck/query';
import { CsvError, parse } from 'csv-parse/sync';

/** A CSV file as text. */
export interface Csv {
  /** Its name without folders, for sentences. */
  file: string;
  header: string[];
  /** Each with as many cells as the header. */
  rows: CsvRow[];
}

export interface CsvRow {
  /** Line of the file on which the row ends, from 1. */
  line: number;
  cells: string[];
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(error);
    throw new CoreError(`${path} cannot be read: ${why}.`);
  }
}

/** The separator that the header has most of. */
function separatorOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const count = (mark: string) => header.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function records(text: string, file: string): CsvRow[] {
  const lines: number[] = [];
  try {
    const cells = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      skip_empty_lines: true,
      relax_column_count: true,
      on_record: (record: string[], { lines: line }: { lines: number }) => {
        lines.push(line);
        return record;
      },
    });
    return cells.map((row, i) => ({ line: lines[i] ?? 0, cells: row }));
  } catch (error) {
    if (!(error instanceof CsvError)) {
      throw error;
    }
    const line = 'lines' in error && typeof error.lines === 'number' ? `, line ${String(error.lines)}` : '';
    throw new CoreError(`${file}${line}: ${error.message}. Check the quotes there.`);
  }
}

/** "train.csv, line 7, column 3 (tempo)" */
export function placeOf({ file, header }: Csv, line: number, column: number): string {
  return `${file}, line ${String(line)}, column ${String(column + 1)} (${header[column] ?? ''})`;
}

/** As many problems as can be read at a time. */
const MOST = 10;

/** All problems at once. */
export function csvProblems(problems: readonly string[]): CoreError {
  const more = problems.length - MOST;
  return new CoreError([...problems.slice(0, MOST), ...(more > 0 ? [`And ${String(more)} more.`] : [])].join('\n'));
}

/**
 * Reads a CSV file with a header line; commas, semicolons and tabs are told apart by the header.
 * @throws CoreError naming file, line and remedy: no file, no header, no rows, ragged rows, open quotes
 */
export function readCsv(path: string): Csv {
  const file = basename(path);
  const [head, ...rows] = records(readText(path), file);
  if (head === undefined || rows.length === 0) {
    throw new CoreError(`${file} has ${head ? 'a header but no rows' : 'no lines'}: it needs a header line and rows.`);
  }
  const header = head.cells.map((cell) => cell.trim());
  const unnamed = header.indexOf('');
  const twice = header.findIndex((name, i) => header.indexOf(name) !== i);
  if (unnamed >= 0) {
    throw new CoreError(`${file}, line ${String(head.line)}: column ${String(unnamed + 1)} has no name. Give it one.`);
  }
  if (twice >= 0) {
    throw new CoreError(
      `${file}, line ${String(head.line)}, column ${String(twice + 1)}: a second column is called "${header[twice] ?? ''}". Rename one.`
    );
  }
  const ragged = rows.filter(({ cells }) => cells.length !== header.length);
  if (ragged.length > 0) {
    throw csvProblems(
      ragged.map(
        ({ line, cells }) =>
          `${file}, line ${String(line)}: ${String(cells.length)} cells, and the header has ${String(header.length)}. Give each line one cell a column.`
      )
    );
  }
  return { file, header, rows };
}
