import type { Fields } from '../http/fields.ts';
import { Uncaught } from '../http/reply.ts';
import { driftMetric } from './drift-metric.ts';
import type { DriftMetric } from './drift-metric.ts';
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
  listedFit?(fit: Record<string, ColumnFit> | null, options: Options): Record<string, unknown>;
}

export function perColumn<Options, ColumnFit>(column: PerColumn<Options, ColumnFit>): Metric {
  const { listedFit, readFit } = column;
  type Fit = ReadonlyMap<string, ColumnFit>;
  const drift: DriftMetric<Options, Fit> = {
    name: column.name,
    typeName: column.typeName,
    definition: column.definition,
    readOptions: (fields) => column.readOptions(fields),
    ...(readFit ? { readFit: (fields) => readFit(fields) } : {}),
    fit: (reference, options) =>
      new Map([...reference].map(([name, values]) => [name, column.fitColumn(values, options)])),
    value: (fits, current, options) =>
      new Map(
        [...current].map(([name, values]) => {
          const fit = fits.get(name);
          if (fit === undefined) throw new Uncaught(`There is no fit of the column ${name}.`);
          // Too few rows to compare are taken for no drift.
          return [name, values.length < 2 ? 1 : column.pValue(fit, values, options)];
        })
      ),
    ...(listedFit
      ? {
          listedFit: (fits: Fit | null, options: Options) => listedFit(fits ? Object.fromEntries(fits) : null, options),
        }
      : {}),
    namesColumns: listedFit !== undefined,
  };
  return driftMetric(drift);
}
