import { asFinite, asRecord, asString, field, isRecord, optional, optionalField, ShapeError } from '../core/json.ts';
import type { JsonRecord } from '../core/json.ts';
import type { Column, Model, Tag } from './model.ts';

interface Indexed extends Column {
  index: number;
}

/** One schema side. Java keys items by alias and orders them at random; Python keeps old names beside a new mapping. */
function decodeColumns(schema: unknown, role: Column['role'], at: string): Column[] {
  const record = asRecord(schema, at);
  const mapping = optionalField(record, at, 'nameMapping', asRecord) ?? {};
  const items = field(record, at, 'items', asRecord);
  const columns = Object.entries(items).map(([key, value], position): Indexed => {
    const item = asRecord(value, `${at}.items.${key}`);
    const raw = optional(item['name'], `${at}.items.${key}.name`, asString) ?? key;
    const alias = mapping[raw];
    return {
      name: typeof alias === 'string' ? alias : raw,
      raw,
      role,
      type: optional(item['type'], `${at}.items.${key}.type`, asString) ?? 'UNKNOWN',
      index: optional(item['columnIndex'] ?? item['index'], `${at}.items.${key}.index`, asFinite) ?? position,
    };
  });
  columns.sort((a, b) => a.index - b.index);
  return columns.map(({ name, raw, type }) => ({ name, raw, role, type }));
}

/** The counts lie under `metricCounts`, or one level up on Python 0.30. */
function decodeScheduled(model: JsonRecord): Record<string, number> {
  const metrics = isRecord(model['metrics']) ? model['metrics'] : {};
  const metadata = isRecord(metrics['scheduledMetadata']) ? metrics['scheduledMetadata'] : {};
  const counts = isRecord(metadata['metricCounts']) ? metadata['metricCounts'] : metadata;
  const known = Object.entries(counts).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return Object.fromEntries(known);
}

function decodeModel(id: string, json: unknown): Model {
  const record = asRecord(json, id);
  const error = optionalField(record, id, 'error', asString);
  const failure = error === undefined ? {} : { error };
  // Java sends null for a model it has no data of.
  const data = optionalField(record, id, 'data', asRecord);
  if (data === undefined) {
    if (!('data' in record) && error === undefined) {
      throw new ShapeError(`${id} has no data and no error`);
    }
    return { id, observations: 0, columns: [], scheduled: decodeScheduled(record), ...failure };
  }
  const side = (name: 'inputSchema' | 'outputSchema', role: Column['role']) =>
    data[name] === null || data[name] === undefined ? [] : decodeColumns(data[name], role, `${id}.data.${name}`);
  return {
    id,
    observations: asFinite(data['observations'], `${id}.data.observations`),
    columns: [...side('inputSchema', 'input'), ...side('outputSchema', 'output')],
    scheduled: decodeScheduled(record),
    ...failure,
  };
}

/** `GET /info` of either dialect, sorted by model id. */
export function decodeInfo(json: unknown): Model[] {
  const models = Object.entries(asRecord(json, 'the reply')).map(([id, model]) => decodeModel(id, model));
  return models.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const RESERVED = '_trustyai';

function tagKind(name: string): Tag['kind'] {
  if (name === '') {
    return 'untagged';
  }
  if (!name.startsWith(RESERVED)) {
    return 'reference';
  }
  return name.endsWith('synthetic') ? 'synthetic' : 'inference';
}

/** `GET /info/tags` of either dialect: tags by model id. */
export function decodeTags(json: unknown): Map<string, Tag[]> {
  const models = new Map<string, Tag[]>();
  for (const [model, tags] of Object.entries(asRecord(json, 'the reply'))) {
    const decoded = Object.entries(asRecord(tags, model)).map(([name, rows]): Tag => ({
      name,
      rows: asFinite(rows, `${model}.${name}`),
      kind: tagKind(name),
    }));
    models.set(
      model,
      decoded.sort((a, b) => (a.name < b.name ? -1 : 1))
    );
  }
  return models;
}
