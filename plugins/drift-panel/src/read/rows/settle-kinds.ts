import type { Progress } from '../../run/analyst.ts';
import type { CategoricalColumn, Column, NumericColumn, RowTable } from '../data-set.ts';
import { numberFromText } from '../number-from-text.ts';
import { codeOf, NUMERIC_SHARE } from './read-column.ts';
import { SLICE } from '../reader.ts';

type Kind = Column['kind'];

/**
 * Gives each feature one kind in all tables: numeric where at least 90 % of the cells that are there read as numbers in
 * every table, else categories. A column without any cell follows the others.
 * @param given kinds that are settled already: of features that came as counts as well
 */
export function* settleKinds(
  tables: readonly RowTable[],
  given: ReadonlyMap<string, Kind>
): Generator<Progress, RowTable[]> {
  const kinds = new Map<string, Kind>(given);
  const inDoubt = new Map<string, Column[]>();
  for (const column of tables.flatMap(({ columns }) => columns).filter(isFeature)) {
    inDoubt.set(column.feature, [...(inDoubt.get(column.feature) ?? []), column]);
  }
  for (const [feature, columns] of inDoubt) {
    if (!given.has(feature)) {
      kinds.set(feature, yield* kindOf(columns));
    }
  }
  const settled: RowTable[] = [];
  for (const table of tables) {
    const columns: Column[] = [];
    for (const column of table.columns) {
      const kind = isFeature(column) ? kinds.get(column.feature) : column.kind;
      if (kind === column.kind || kind === undefined) {
        columns.push(column);
      } else {
        columns.push(column.kind === 'categorical' ? yield* toNumbers(column) : yield* toCategories(column));
      }
    }
    settled.push({ ...table, columns });
  }
  return settled;
}

function isFeature(column: Column): boolean {
  return column.kind === 'numeric' || !column.sliceOnly;
}

function* kindOf(columns: readonly Column[]): Generator<Progress, Kind> {
  let numeric = true;
  let text = false;
  for (const column of columns) {
    if (column.kind === 'categorical') {
      const { present, numbers } = yield* countNumbers(column);
      text ||= present > 0;
      numeric &&= present === 0 || numbers >= NUMERIC_SHARE * present;
    }
  }
  // Text columns without a cell stay what they are, unless a column of numbers stands beside them.
  return numeric && (text || columns.some(({ kind }) => kind === 'numeric')) ? 'numeric' : 'categorical';
}

/** Cells that are there, and those of them that read as numbers: missing ones spelt out ("nan") are not there. */
function* countNumbers({ feature, codes, categories }: CategoricalColumn): Generator<Progress, Counted> {
  const kinds = new Uint8Array(categories.length);
  for (let from = 0; from < categories.length; from += SLICE) {
    for (let i = from; i < Math.min(from + SLICE, categories.length); i++) {
      const number = numberFromText(categories[i] ?? '');
      kinds[i] = number === undefined ? 0 : Number.isNaN(number) ? 2 : 1;
    }
    yield { share: 1, doing: `looking at ${feature}` };
  }
  const counted = { present: 0, numbers: 0 };
  for (const code of codes) {
    const kind = code < 0 ? 2 : (kinds[code] ?? 2);
    counted.present += kind < 2 ? 1 : 0;
    counted.numbers += kind === 1 ? 1 : 0;
  }
  return counted;
}

interface Counted {
  present: number;
  numbers: number;
}

function* toNumbers({ feature, codes, categories }: CategoricalColumn): Generator<Progress, NumericColumn> {
  const numbers = new Float64Array(categories.length);
  const readable = new Uint8Array(categories.length);
  for (let from = 0; from < categories.length; from += SLICE) {
    for (let i = from; i < Math.min(from + SLICE, categories.length); i++) {
      const number = numberFromText(categories[i] ?? '');
      numbers[i] = number ?? NaN;
      readable[i] = number === undefined ? 0 : 1;
    }
    yield { share: 1, doing: `reading ${feature}` };
  }
  const values = new Float64Array(codes.length);
  let unreadable = 0;
  codes.forEach((code, row) => {
    values[row] = code < 0 ? NaN : (numbers[code] ?? NaN);
    unreadable += code >= 0 && readable[code] === 0 ? 1 : 0;
  });
  return { kind: 'numeric', feature, values, unreadable };
}

function* toCategories({ feature, values }: NumericColumn): Generator<Progress, CategoricalColumn> {
  const codes = new Int32Array(values.length);
  const known = new Map<string, number>();
  for (let from = 0; from < values.length; from += SLICE) {
    for (let row = from; row < Math.min(from + SLICE, values.length); row++) {
      const value = values[row] ?? NaN;
      codes[row] = codeOf(Number.isNaN(value) ? undefined : String(value), known);
    }
    yield { share: 1, doing: `reading ${feature}` };
  }
  return { kind: 'categorical', feature, codes, categories: [...known.keys()] };
}
