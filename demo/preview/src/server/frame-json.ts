import type { Field, FieldValues, Frame } from '@soundcheck/query';

interface Entities {
  NaN?: number[];
  Inf?: number[];
  NegInf?: number[];
}

/** A frame of the core in Grafana's reply format: JSON has no NaN and no infinities, `entities` tells where they were. */
export function toFrameJson({ name, refId, meta, fields }: Frame, fallbackRefId: string) {
  return {
    schema: { name, refId: refId ?? fallbackRefId, meta, fields: fields.map(fieldSchema) },
    data: {
      values: fields.map(({ values }) => jsonValues(values)),
      entities: fields.map(({ values }) => entitiesOf(values)),
    },
  };
}

const FRAME_TYPES = { time: 'time.Time', number: 'float64', string: 'string', boolean: 'bool' } as const;

function fieldSchema({ name, type, labels, config }: Field) {
  return { name, type, typeInfo: { frame: FRAME_TYPES[type], nullable: true }, labels, config };
}

function jsonValues(values: FieldValues): (number | string | boolean | null)[] {
  return Array.from(values, (value) => (typeof value === 'number' && !Number.isFinite(value) ? null : value));
}

function entitiesOf(values: FieldValues): Entities | null {
  const found: Entities = {};
  for (const [index, value] of values.entries()) {
    if (typeof value !== 'number' || Number.isFinite(value)) {
      continue;
    }
    const key = Number.isNaN(value) ? 'NaN' : value > 0 ? 'Inf' : 'NegInf';
    (found[key] ??= []).push(index);
  }
  return Object.keys(found).length > 0 ? found : null;
}
