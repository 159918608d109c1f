import { asRecord, asString, decimalOf, ShapeError } from '../core/json.ts';
import { readCsv } from './csv.ts';
import type { CsvField } from './csv.ts';

/** A column of stored rows: numbers where every value is one (NaN is missing), else texts. */
export interface RowColumn {
  /** The name in force. */
  name: string;
  numbers?: Float64Array;
  texts?: string[];
}

/** Stored rows in their order. */
export interface Rows {
  columns: RowColumn[];
  /** Epoch milliseconds of the ingestion. */
  times: Float64Array;
  /** Lines that do not have one field for each column and are left out. */
  broken: number;
}

/** `_trustyai_tag`, `_trustyai_id` and `_trustyai_timestamp` close every line. */
const SPECIAL = 3;

function numberOf(text: string): number | undefined {
  if (text === '' || text === 'NaN' || text === 'null') {
    return NaN;
  }
  return text.endsWith('Infinity') ? Number(text) : decimalOf(text);
}

function toColumn(name: string, fields: readonly CsvField[]): RowColumn {
  const numbers = new Float64Array(fields.length);
  for (let i = 0; i < fields.length; i += 1) {
    const field = fields[i];
    const value = field === undefined || field.quoted ? undefined : numberOf(field.text);
    if (value === undefined) {
      return { name, texts: fields.map(({ text }) => text) };
    }
    numbers[i] = value;
  }
  return { name, numbers };
}

/** The rows of `POST /data/download`. Its times are epoch milliseconds, and its names those in force. */
export function decodeDownload(json: unknown): Rows {
  const csv = asString(asRecord(json, 'the reply')['dataCSV'], 'dataCSV');
  let header: string[] | undefined;
  let broken = 0;
  const columns: CsvField[][] = [];
  readCsv(csv, (fields) => {
    if (header === undefined) {
      header = fields.map(({ text }) => text);
      columns.push(...header.map(() => []));
    } else if (fields.length === header.length) {
      fields.forEach((field, i) => columns[i]?.push(field));
    } else {
      broken += 1;
    }
  });
  if (header?.[header.length - 1] !== '_trustyai_timestamp') {
    throw new ShapeError('dataCSV has no header that ends with _trustyai_timestamp');
  }
  const names = header.slice(0, -SPECIAL);
  const times = (columns[header.length - 1] ?? []).map(({ text }) => numberOf(text) ?? NaN);
  return {
    columns: names.map((name, i) => toColumn(name, columns[i] ?? [])),
    times: Float64Array.from(times),
    broken,
  };
}

/** The rows whose places are listed. */
export function rowsAt({ columns, times, broken }: Rows, places: readonly number[]): Rows {
  return {
    columns: columns.map(({ name, numbers, texts }) => ({
      name,
      ...(numbers ? { numbers: Float64Array.from(places, (i) => numbers[i] ?? NaN) } : {}),
      ...(texts ? { texts: places.map((i) => texts[i] ?? '') } : {}),
    })),
    times: Float64Array.from(places, (i) => times[i] ?? NaN),
    broken,
  };
}
