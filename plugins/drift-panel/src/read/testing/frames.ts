import { FieldType, toDataFrame, type DataFrame, type Field } from '@grafana/data';
import { defaultOptions, type FieldOptions, type ReferenceOptions } from '../../options/options.ts';
import { finish } from '../../run/finish.ts';
import { readFrames, type Reading } from '../read-frames.ts';

export const HOUR = 3_600_000;

/** Options that differ from the defaults. */
export interface Differing {
  fields?: Partial<FieldOptions>;
  reference?: Partial<ReferenceOptions>;
  performance?: string;
  to?: number;
}

/** Everything that `readFrames` returns, read at once. */
export function readAll(frames: readonly DataFrame[], differing: Differing = {}): Reading {
  return finish(
    readFrames(frames, {
      fields: { ...defaultOptions.fields, ...differing.fields },
      reference: { ...defaultOptions.reference, ...differing.reference },
      performance: differing.performance ?? '',
      from: 0,
      to: differing.to ?? 100 * HOUR,
    })
  );
}

export function read(frames: readonly DataFrame[], differing: Differing = {}): Reading['data'] {
  return readAll(frames, differing).data;
}

type Cell = number | string | boolean | null;

/** A table; a column called time is one, text makes a column of text. */
export function table(columns: Record<string, Cell[]>, more: Partial<DataFrame> = {}): DataFrame {
  return toDataFrame({
    ...more,
    fields: Object.entries(columns).map(([name, values]) => ({ name, type: typeOf(name, values), values })),
  });
}

function typeOf(name: string, values: readonly Cell[]): FieldType {
  if (name === 'time' || name === 'time_end') {
    return FieldType.time;
  }
  return values.some((value) => typeof value === 'string') ? FieldType.string : FieldType.number;
}

/** A time series with one sample an hour, as Prometheus gives it. */
export function series(labels: Record<string, string>, values: Array<number | null>, refId = 'A'): DataFrame {
  return toDataFrame({ refId, fields: [hours(values.length), number('Value', values, labels)] });
}

/** A field of so many whole hours since 1970. */
export function hours(n: number): Pick<Field, 'name' | 'type' | 'values'> {
  return { name: 'time', type: FieldType.time, values: Array.from({ length: n }, (_, at) => at * HOUR) };
}

export function number(
  name: string,
  values: Array<number | null>,
  labels: Record<string, string> = {}
): Pick<Field, 'name' | 'type' | 'values' | 'labels'> {
  return { name, type: FieldType.number, values, labels };
}
