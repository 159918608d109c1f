import { FieldType, type DataFrame, type Field } from '@grafana/data';
import type { TimedValues } from './data-set.ts';
import { numberFields, seriesName } from './frame-columns.ts';
import { numberFromCell } from './number-from-text.ts';
import { timeColumn, timeFrom } from './read-times.ts';
import type { Wanted } from './reader.ts';

export interface FoundPerformance {
  field: Field;
  time: Field | undefined;
}

/** The series of model performance, by the name or refId of its frame or the name of its field. */
export function findPerformance(
  frames: readonly DataFrame[],
  { performance, fields }: Wanted
): FoundPerformance | undefined {
  const wanted = performance.trim().toLowerCase();
  const is = (name: string | undefined) => name?.toLowerCase() === wanted;
  for (const frame of wanted === '' ? [] : frames) {
    const numbers = numberFields(frame);
    const field =
      is(frame.refId) || is(frame.name)
        ? numbers[0]
        : numbers.find((one) => is(one.name) || is(one.config.displayName) || is(seriesName(frame, one)));
    if (field) {
      return { field, time: timeColumn(frame, fields.time) };
    }
  }
  return undefined;
}

/** Its values in order of time; moments without a time or a number are left out. */
export function readPerformance(name: string, { field, time }: FoundPerformance): TimedValues {
  const rows = Array.from({ length: field.values.length }, (_, row) => ({
    time: timeFrom(time?.values[row]),
    value: numberFromCell(field.values[row]) ?? NaN,
  }))
    .filter((row) => !Number.isNaN(row.time) && !Number.isNaN(row.value))
    .sort((a, b) => a.time - b.time);
  return {
    name,
    times: Float64Array.from(rows, (row) => row.time),
    values: Float64Array.from(rows, ({ value }) => value),
  };
}

/** Fields of a frame that nothing but performance uses: all of its frame where it is the only number there. */
export function isOnlyPerformance(frame: DataFrame, taken: ReadonlySet<Field>): boolean {
  return (
    frame.fields.some((field) => taken.has(field)) &&
    frame.fields.every((field) => taken.has(field) || field.type === FieldType.time)
  );
}
