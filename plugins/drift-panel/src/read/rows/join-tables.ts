import type { Progress } from '../../run/analyst.ts';
import type { CategoricalColumn, Column, RowTable } from '../data-set.ts';
import { SLICE } from '../reader.ts';

/**
 * Tables of one source and side whose rows are the same moments become one, so that a feature can be sliced by the
 * others: one table a series or a feature is all that a query of time series or a long table gives.
 */
export function* joinTables(tables: readonly RowTable[]): Generator<Progress, RowTable[]> {
  const joined: RowTable[] = [];
  const candidates = new Map<string, RowTable[]>();
  for (const table of tables) {
    if (!table.times) {
      joined.push(table);
      continue;
    }
    const key = [table.side, table.source, table.length].join('\u0000');
    const same = candidates.get(key) ?? [];
    candidates.set(key, same);
    let host: RowTable | undefined;
    for (const one of same) {
      if (!host && namesDiffer(one, table) && (yield* sameMoments(one, table))) {
        host = one;
      }
    }
    if (host) {
      host.columns.push(...table.columns.filter((column) => !isSliceOnly(column)));
    } else {
      const own = { ...table, columns: [...table.columns] };
      same.push(own);
      joined.push(own);
    }
  }
  return joined;
}

function isSliceOnly(column: Column): column is CategoricalColumn {
  return column.kind === 'categorical' && column.sliceOnly === true;
}

function namesDiffer(one: RowTable, other: RowTable): boolean {
  const names = new Set(one.columns.filter((column) => !isSliceOnly(column)).map(({ feature }) => feature));
  return other.columns.every((column) => isSliceOnly(column) || !names.has(column.feature));
}

/** The same time and the same slices in every row. */
function* sameMoments(one: RowTable, other: RowTable): Generator<Progress, boolean> {
  const slices = [one, other].map(({ columns }) => columns.filter(isSliceOnly));
  const [ours = [], theirs = []] = slices;
  const sameSlices =
    ours.length === theirs.length && ours.every((slice, i) => theirs[i] !== undefined && sameHead(slice, theirs[i]));
  if (!sameSlices || !one.times || !other.times || !(yield* equal(one.times, other.times, (x) => Number.isNaN(x)))) {
    return false;
  }
  for (const [i, slice] of ours.entries()) {
    const codes = theirs[i]?.codes;
    if (!codes || !(yield* equal(slice.codes, codes, () => false))) {
      return false;
    }
  }
  return true;
}

function sameHead(one: CategoricalColumn, other: CategoricalColumn): boolean {
  return (
    one.feature === other.feature &&
    one.categories.length === other.categories.length &&
    one.categories.every((category, i) => category === other.categories[i])
  );
}

/** Two arrays, number by number; `missing` numbers are like no other, so rows without a time are never joined. */
function* equal(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
  missing: (x: number) => boolean
): Generator<Progress, boolean> {
  for (let from = 0; from < one.length; from += 4 * SLICE) {
    const to = Math.min(from + 4 * SLICE, one.length);
    for (let i = from; i < to; i++) {
      if (one[i] !== other[i] || missing(one[i] ?? NaN)) {
        return false;
      }
    }
    yield { share: 1, doing: 'joining series' };
  }
  return true;
}
