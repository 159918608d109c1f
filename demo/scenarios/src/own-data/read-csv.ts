import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { BadInput } from '../bad-input.ts';

/** A CSV file as text cells. */
export interface CsvFile {
  /** Its name without folders, for sentences. */
  name: string;
  header: string[];
  rows: CsvRow[];
}

export interface CsvRow {
  /** Line of the file on which the row ends, from 1. */
  line: number;
  cells: string[];
}

/**
 * Reads a CSV file with a header line. Commas, semicolons and tabs are told apart by the header.
 * @throws BadInput naming file, line and remedy.
 */
export function readCsv(path: string): CsvFile {
  const name = basename(path);
  const text = readText(path);
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  const rows = records(text, name, delimiter(firstLine));
  const [head, ...body] = rows;
  if (head === undefined) {
    throw new BadInput(
      `${name} is empty. It needs a header line with the names of the columns and then at least two rows.`
    );
  }
  const header = head.cells.map((cell) => cell.trim());
  const unnamed = header.indexOf('');
  if (unnamed >= 0) {
    throw new BadInput(
      `${name}, line ${head.line}: column ${unnamed + 1} has no name. Give every column a name in the header.`
    );
  }
  const twice = header.find((column, i) => header.indexOf(column) !== i);
  if (twice !== undefined) {
    throw new BadInput(`${name}, line ${head.line}: two columns are called "${twice}". Rename one of them.`);
  }
  if (body.length === 0) {
    throw new BadInput(`${name} has a header but no rows. Add at least two rows.`);
  }
  return { name, header, rows: body };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(error);
    throw new BadInput(`Cannot read ${path}: ${reason}. Check the path; it is taken from the folder you started in.`);
  }
}

/** The separator that occurs most often in the header. */
function delimiter(firstLine: string): string {
  const occurrences = (mark: string) => firstLine.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (occurrences(mark) > occurrences(best) ? mark : best));
}

function records(text: string, name: string, separator: string): CsvRow[] {
  const lines: number[] = [];
  try {
    const cells = parse(text, {
      bom: true,
      delimiter: separator,
      skip_empty_lines: true,
      on_record: (record: string[], { lines: line }: { lines: number }) => {
        lines.push(line);
        return record;
      },
    });
    return cells.map((row, i) => ({ line: lines[i] ?? 0, cells: row }));
  } catch (error) {
    throw new BadInput(
      `${name} is not a well-formed CSV file: ${error instanceof CsvError ? inWords(error) : String(error)}`
    );
  }
}

function inWords(error: CsvError): string {
  const line = 'lines' in error && typeof error.lines === 'number' ? `line ${error.lines}` : 'a line';
  return error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH'
    ? `${line} has another number of cells than the header. Give every line one cell a column.`
    : `${line}: ${error.message}. Check the quotes there.`;
}
