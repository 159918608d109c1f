import { FieldType, type DataFrame, type Field } from '@grafana/data';
import type { Progress } from '../run/analyst.ts';
import { namedColumn, timeField } from './frame-columns.ts';
import { advance, SLICE, type Reader } from './reader.ts';

/** Numbers in a picked column below this are seconds: as ms they would lie before March 1973. */
const LEAST_MS = 1e11;

/** What a Date can hold, epoch ms. */
const LATEST = 8.64e15;

/** The column of times: the picked one, else the first of type time. */
export function timeColumn(frame: DataFrame, picked: string): Field | undefined {
  return picked.trim() === '' ? timeField(frame) : (namedColumn(frame, picked) ?? timeField(frame));
}

/**
 * Times of all rows in epoch ms, NaN where missing or unreadable. Text is read as ISO 8601; numbers of a column that is
 * no time field may be seconds.
 */
export function* readTimes(field: Field, rows: number, reader: Reader): Generator<Progress, Float64Array> {
  const times = new Float64Array(rows);
  const scale = field.type === FieldType.time || !inSeconds(field.values) ? 1 : 1000;
  for (let from = 0; from < rows; from += SLICE) {
    const to = Math.min(from + SLICE, rows);
    for (let row = from; row < to; row++) {
      times[row] = timeFrom(field.values[row], scale);
    }
    yield advance(reader, to - from, `reading ${field.name}`);
  }
  return times;
}

/** A cell as epoch ms, NaN where it is none. @param scale ms in the unit of numbers */
export function timeFrom(cell: unknown, scale = 1): number {
  if (typeof cell === 'number') {
    return Math.abs(cell * scale) <= LATEST ? cell * scale : NaN;
  }
  if (typeof cell === 'string') {
    return cell.trim() === '' ? NaN : Date.parse(cell);
  }
  return cell instanceof Date ? cell.valueOf() : NaN;
}

function inSeconds(values: ArrayLike<unknown>): boolean {
  let most = 0;
  for (let row = 0; row < values.length; row++) {
    const cell = values[row];
    most = typeof cell === 'number' && Number.isFinite(cell) ? Math.max(most, Math.abs(cell)) : most;
  }
  return most > 0 && most < LEAST_MS;
}
