import { createDataFrame, DataFrameType, FieldType, type DataFrame } from '@grafana/data';
import type { Field, Frame, PrometheusSeries } from '@soundcheck/query';

const fieldTypes: Record<Field['type'], FieldType> = {
  time: FieldType.time,
  number: FieldType.number,
  string: FieldType.string,
  boolean: FieldType.boolean,
};

/** A frame of the core as Grafana's. */
export function toGrafanaFrame(frame: Frame): DataFrame {
  const { type, ...meta } = frame.meta ?? {};
  const known = Object.values(DataFrameType).find((one) => one === type);
  return createDataFrame({
    name: frame.name,
    refId: frame.refId,
    fields: frame.fields.map((field) => ({
      name: field.name,
      type: fieldTypes[field.type],
      config: field.config ?? {},
      labels: field.labels,
      values: Array.from<unknown>(field.values),
    })),
    meta: { ...meta, ...(known ? { type: known } : {}) },
  });
}

function asNumbers(values: ArrayLike<unknown>): number[] {
  return Array.from(values, (value) => (typeof value === 'number' ? value : NaN));
}

/** Frames of a Prometheus data source as series: every numeric field beside a time field is one. */
export function toPrometheusSeries(frames: readonly DataFrame[]): PrometheusSeries[] {
  return frames.flatMap((frame) => {
    const time = frame.fields.find((field) => field.type === FieldType.time);
    if (!time) {
      return [];
    }
    const times = asNumbers(time.values);
    return frame.fields
      .filter((field) => field.type === FieldType.number)
      .map((field) => ({
        name: field.labels?.['__name__'],
        labels: field.labels ?? {},
        times,
        values: asNumbers(field.values),
      }));
  });
}
