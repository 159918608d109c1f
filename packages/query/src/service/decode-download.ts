import type { Operation } from '../core/io.ts';
import { asRecord, asString, decimalOf, ShapeError } from '../core/json.ts';
import { readLine, readRecord, unquoted } from './csv.ts';

/** Stored rows in their order. */
export interface Rows {
  /** Names in force of the features. */
  names: string[];
  /** The cells of each row as they came; those of the features first. */
  cells: string[][];
  /** Epoch milliseconds of the ingestion. */
  times: Float64Array;
  /** Lines that do not have one cell for each column and are left out. */
  broken: number;
}

/** `_trustyai_tag`, `_trustyai_id` and `_trustyai_timestamp` close every line. */
const SPECIAL = 3;

/** A download before its lines are read. */
export interface Sheet {
  /** The cells of the first line as they came. */
  header: string[];
  /** The others; those without text are none. */
  lines: string[];
}

/** The lines of `POST /data/download`. */
export function decodeDownload(json: unknown): Sheet {
  const csv = asString(asRecord(json, 'the reply')['dataCSV'], 'dataCSV');
  const { cells: header, next } = readRecord(csv, 0);
  if (unquoted(header[header.length - 1] ?? '') !== '_trustyai_timestamp') {
    throw new ShapeError('dataCSV has no header that ends with _trustyai_timestamp');
  }
  return { header, lines: csv.slice(next).split('\n') };
}

/** So many cells are read in a step: a fifth of its time in the Go shell where every cell is a text with a comma. */
const CELLS_A_STEP = 20_000;

/** The rows of a download, read in steps. Its times are epoch milliseconds, and its names those in force. */
export function* readRows({ header, lines }: Sheet): Operation<Rows> {
  const width = header.length;
  const linesAStep = Math.ceil(CELLS_A_STEP / width);
  const cells: string[][] = [];
  let broken = 0;
  for (const [i, line] of lines.entries()) {
    if (i % linesAStep === linesAStep - 1) {
      yield [];
    }
    const read = line === '' ? undefined : readLine(line, width);
    if (read) {
      cells.push(read);
    } else if (line !== '') {
      broken += 1;
    }
  }
  return {
    names: header.slice(0, -SPECIAL).map(unquoted),
    cells,
    times: Float64Array.from(cells, (row) => numberOf(unquoted(row[width - 1] ?? ''))),
    broken,
  };
}

/** The rows whose places are listed. */
export function rowsAt(rows: Rows, places: readonly number[]): Rows {
  return {
    ...rows,
    cells: places.map((i) => rows.cells[i] ?? []),
    times: Float64Array.from(places, (i) => rows.times[i] ?? NaN),
  };
}

const NINE = 57;

/** NaN is missing, or no number. A letter in second place is seldom, so that most cells go without the pattern. */
function numberOf(cell: string): number {
  if (cell === '') {
    return NaN;
  }
  return cell.charCodeAt(1) > NINE && !cell.endsWith('Infinity') ? (decimalOf(cell) ?? NaN) : Number(cell);
}

const MISSING = ['NaN', 'null', ''];

/**
 * One feature of the rows.
 * @returns numbers where every cell is one, NaN where it is missing; else texts; undefined where there is no such feature
 */
export function columnOf({ names, cells }: Rows, name: string): Float64Array | string[] | undefined {
  const place = names.indexOf(name);
  if (place < 0) {
    return undefined;
  }
  const numbers = new Float64Array(cells.length);
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i]?.[place] ?? '';
    const value = numberOf(cell);
    if (Number.isNaN(value) && !MISSING.includes(cell)) {
      return cells.map((row) => unquoted(row[place] ?? ''));
    }
    numbers[i] = value;
  }
  return numbers;
}
