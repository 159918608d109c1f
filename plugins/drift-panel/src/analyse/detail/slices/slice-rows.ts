import type { CategoricalColumn, Column, DataSet, RowTable, SideName } from '../../../read/data-set.ts';

/** Rows of a side that slices are looked for in; of more, every so many: one column then takes some 30 ms. */
const MOST_ROWS = 20_000;
/** Values of a slicing column told apart; of more, the rarest are one. */
const MOST_VALUES = 30;
/** Name of those. */
export const OTHER = 'other';

/** One side of a feature and of the columns that slice it, row by row. */
export interface SliceSide {
  values: Float64Array | Array<string | null>;
  slicers: Map<string, Array<string | null>>;
  /** Every so many rows were taken. */
  every: number;
}

/** Names of the columns that can slice the feature: text on both sides, beside it in its tables. */
export function slicingColumns({ tables }: DataSet, feature: string): string[] {
  const on = (side: SideName) =>
    new Set(
      tables
        .filter((table) => table.side === side && table.columns.some((column) => isFeature(column, feature)))
        .flatMap(({ columns }) =>
          columns.flatMap((one) => (one.kind === 'categorical' && one.sliced !== false ? [one.feature] : []))
        )
    );
  const current = on('current');
  return [...on('reference')].filter((name) => name !== feature && current.has(name));
}

/** The column holds the feature, and not only slices. */
export function isFeature(column: Column, feature: string): boolean {
  return column.feature === feature && !(column.kind === 'categorical' && column.sliceOnly);
}

/** The rows of one side; undefined where it has none of the feature, or numbers and text by turns. */
export function sliceSide(
  { tables }: DataSet,
  { feature, side }: { feature: string; side: SideName },
  columns: readonly string[]
): SliceSide | undefined {
  const own = tables.flatMap((table) => {
    const column = table.columns.find((one) => isFeature(one, feature));
    return table.side === side && column ? [{ table, column }] : [];
  });
  const kinds = new Set(own.map(({ column }) => column.kind));
  const length = own.reduce((sum, { table }) => sum + table.length, 0);
  if (kinds.size !== 1 || length === 0) {
    return undefined;
  }
  const every = Math.ceil(length / MOST_ROWS);
  const picked = own.map(({ table }) => Array.from({ length: Math.ceil(table.length / every) }, (_, i) => i * every));
  const texts = (of: (table: RowTable, column: Column) => CategoricalColumn | undefined) =>
    own.flatMap(({ table, column }, i) => {
      const found = of(table, column);
      return (picked[i] ?? []).map((row) => found?.categories[found.codes[row] ?? -1] ?? null);
    });
  const values = kinds.has('numeric')
    ? Float64Array.from(
        own.flatMap(({ column }, i) =>
          column.kind === 'numeric' ? (picked[i] ?? []).map((row) => column.values[row] ?? NaN) : []
        )
      )
    : texts((_, column) => (column.kind === 'categorical' ? column : undefined));
  const slicer = (name: string) =>
    texts(
      (table) => table.columns.flatMap((one) => (one.kind === 'categorical' && one.feature === name ? [one] : []))[0]
    );
  return { values, every, slicers: new Map(columns.map((name) => [name, slicer(name)])) };
}

/**
 * The 29 most frequent values of a slicing column; undefined where there are no more than 30. Both sides count the same,
 * however many rows they have.
 */
export function frequentValues({ tables }: DataSet, column: string): Set<string> | undefined {
  const shares = new Map<string, number>();
  for (const side of ['reference', 'current'] as const) {
    const own = tables.flatMap((table) =>
      table.columns.flatMap((one) =>
        table.side === side && one.kind === 'categorical' && one.feature === column ? [one] : []
      )
    );
    const rows = own.reduce((sum, { codes }) => sum + codes.length, 0);
    for (const { codes, categories } of own) {
      const counts = new Float64Array(categories.length);
      codes.forEach((code) => (code >= 0 ? (counts[code] = (counts[code] ?? 0) + 1) : 0));
      categories.forEach((value, i) => {
        const count = counts[i] ?? 0;
        if (count > 0) {
          shares.set(value, (shares.get(value) ?? 0) + count / rows);
        }
      });
    }
  }
  if (shares.size <= MOST_VALUES) {
    return undefined;
  }
  const order = [...shares].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Set(order.slice(0, MOST_VALUES - 1).map(([value]) => value));
}

/** Values by name, the rare ones together. */
export function named(
  values: ReadonlyArray<string | null>,
  frequent: ReadonlySet<string> | undefined
): Array<string | null> {
  return values.map((value) => (value === null || !frequent || frequent.has(value) ? value : OTHER));
}
