import { hashOrder, hashOrdered } from '../hash-order.ts';
import type { Fields } from '../http/fields.ts';
import { Uncaught } from '../http/reply.ts';
import { driftMetric } from './drift-metric.ts';
import type { NumberColumns } from './drift-metric.ts';
import type { Metric } from './metric.ts';

/** A drift metric that takes each column for itself and gives a p-value a column. */
export interface PerColumn<Options, ColumnFit> {
  name: string;
  typeName: string;
  definition: string;
  readOptions(fields: Fields): Options;
  readFit?(fields: Fields): ReadonlyMap<string, ColumnFit> | null;
  fitColumn(reference: Float64Array, options: Options): ColumnFit;
  pValue(fit: ColumnFit, current: Float64Array, options: Options): number;
  /** Where schedules keep their fits: what the list of all metrics shows of one, and where it shows them. */
  listedFits?: {
    one(fit: ColumnFit): object;
    all(fits: Record<string, object> | null, options: Options): Record<string, unknown>;
  };
}

export function perColumn<Options, ColumnFit>(column: PerColumn<Options, ColumnFit>): Metric {
  const { name, typeName, definition, listedFits: listed } = column;
  type Fits = ReadonlyMap<string, ColumnFit>;
  return driftMetric<Options, Fits>({
    name,
    typeName,
    definition,
    readOptions: (fields) => column.readOptions(fields),
    readFit: (fields) => column.readFit?.(fields) ?? null,
    fit: (reference, options) =>
      new Map([...reference].map(([key, values]) => [key, column.fitColumn(values, options)])),
    value: (fits, current, options) =>
      new Map(hashOrder(current.keys()).map((key) => [key, pValueOf(column, { fits, current, options }, key)])),
    ...(listed
      ? {
          listedFit: (fits: Fits | null, options: Options) =>
            listed.all(fits && hashOrdered([...fits].map(([key, fit]) => [key, listed.one(fit)])), options),
        }
      : {}),
    namesColumns: listed !== undefined,
  });
}

interface Sides<Options, ColumnFit> {
  fits: ReadonlyMap<string, ColumnFit>;
  current: NumberColumns;
  options: Options;
}

/** Too few current rows to compare are taken for no drift. */
function pValueOf<Options, ColumnFit>(
  column: PerColumn<Options, ColumnFit>,
  { fits, current, options }: Sides<Options, ColumnFit>,
  key: string
): number {
  const fit = fits.get(key);
  const values = current.get(key);
  if (fit === undefined || !values) throw new Uncaught(`There is no fit of the column ${key}.`);
  return values.length < 2 ? 1 : column.pValue(fit, values, options);
}
