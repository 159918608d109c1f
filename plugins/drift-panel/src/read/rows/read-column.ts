import { FieldType, type Field } from '@grafana/data';
import type { Progress } from '../../run/analyst.ts';
import { dealt, type Deal } from './deal.ts';
import { textAt } from '../frame-columns.ts';
import { numberFromCell } from '../number-from-text.ts';
import { advance, SLICE, type Reader } from '../reader.ts';

/** A column of one part, without a name yet. */
export type Cells =
  | { kind: 'numeric'; values: Float64Array; unreadable: number }
  | { kind: 'categorical'; codes: Int32Array; categories: string[] };

/** From this share on, cells that read as numbers make a column numeric. */
export const NUMERIC_SHARE = 0.9;

/** True for fields whose cells are text, whatever they hold. */
export function isText(field: Field): boolean {
  return field.type === FieldType.string || field.type === FieldType.boolean || field.type === FieldType.enum;
}

/**
 * True where a field can be a feature or a slice. Of type `other` are columns without any value, which stay (they are
 * missing altogether), and objects, which do not.
 */
export function isData(field: Field): boolean {
  if (field.type === FieldType.other) {
    const cells: ArrayLike<unknown> = field.values;
    let row = 0;
    while (row < cells.length && (cells[row] === null || cells[row] === undefined)) {
      row++;
    }
    return row === cells.length || typeof cells[row] !== 'object';
  }
  return field.type === FieldType.number || isText(field);
}

/** The cells of a field, part by part: numbers where at least 90 % of them are, else categories. */
export function* readColumn(field: Field, deal: Deal, reader: Reader): Generator<Progress, Cells[]> {
  if (field.type === FieldType.number) {
    const numbers = yield* readNumbers(field, deal, reader);
    if (numbers) {
      return numbers;
    }
  }
  return yield* readTexts(field, deal, reader);
}

/** @returns undefined where too many cells are text: the column is no number */
function* readNumbers(field: Field, deal: Deal, reader: Reader): Generator<Progress, Cells[] | undefined> {
  const { values, next } = dealt(deal, (size) => new Float64Array(size));
  const unreadable = new Float64Array(values.length);
  let present = 0;
  for (let from = 0; from < deal.part.length; from += SLICE) {
    const to = Math.min(from + SLICE, deal.part.length);
    present += numbersInto({ values, next, unreadable }, { cells: field.values, deal }, from, to);
    yield advance(reader, to - from, `reading ${field.name}`);
  }
  const texts = unreadable.reduce((sum, count) => sum + count, 0);
  if (texts > present * (1 - NUMERIC_SHARE)) {
    return undefined;
  }
  return values.map((part, i) => ({ kind: 'numeric', values: part, unreadable: unreadable[i] ?? 0 }));
}

interface NumberSink {
  values: Float64Array[];
  next: Int32Array;
  unreadable: Float64Array;
}

/** @returns how many cells hold something */
function numbersInto(
  { values, next, unreadable }: NumberSink,
  { cells, deal }: { cells: ArrayLike<unknown>; deal: Deal },
  from: number,
  to: number
): number {
  let present = 0;
  for (let row = from; row < to; row++) {
    const part = deal.part[row] ?? -1;
    const target = values[part];
    if (!target) {
      continue;
    }
    const cell = cells[row];
    const number = typeof cell === 'number' ? cell : numberFromCell(cell);
    if (number === undefined) {
      unreadable[part] = (unreadable[part] ?? 0) + 1;
      present += 1;
    } else if (!Number.isNaN(number)) {
      present += 1;
    }
    const at = next[part] ?? 0;
    next[part] = at + 1;
    target[at] = number ?? NaN;
  }
  return present;
}

/** The cells of a field as categories, each part with its own, in the order of first sight. */
export function* readTexts(field: Field, deal: Deal, reader: Reader): Generator<Progress, Cells[]> {
  const { values: codes, next } = dealt(deal, (size) => new Int32Array(size));
  const known = codes.map(() => new Map<string, number>());
  for (let from = 0; from < deal.part.length; from += SLICE) {
    const to = Math.min(from + SLICE, deal.part.length);
    for (let row = from; row < to; row++) {
      const part = deal.part[row] ?? -1;
      const target = codes[part];
      const categories = known[part];
      if (target && categories) {
        const at = next[part] ?? 0;
        next[part] = at + 1;
        target[at] = codeOf(textAt(field, row), categories);
      }
    }
    yield advance(reader, to - from, `reading ${field.name}`);
  }
  return codes.map((part, i) => ({ kind: 'categorical', codes: part, categories: [...(known[i]?.keys() ?? [])] }));
}

/** Code of a category, a new one where it is new; −1 for a missing one. */
export function codeOf(category: string | undefined, known: Map<string, number>): number {
  if (category === undefined) {
    return -1;
  }
  const code = known.get(category) ?? known.size;
  if (code === known.size) {
    known.set(category, code);
  }
  return code;
}
