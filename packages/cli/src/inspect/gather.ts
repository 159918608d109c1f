import { CoreError } from '@soundcheck/query';
import type { Column, Diagnosis, Frame, Resources, ServiceReport, Tag } from '@soundcheck/query';
import { runOperation } from '@soundcheck/query/node';
import type { InspectOptions } from './options.ts';

export interface InspectedModel {
  id: string;
  observations: number;
  error?: string;
  columns: Column[];
  tags: Tag[];
}

/** One published number, with what it is. */
export interface PublishedValue {
  model: string;
  feature: string;
  metric: string;
  value_is: string;
  value: number;
  limit?: number;
  limit_origin?: string;
  n_reference?: number;
  n_current?: number;
  request_name?: string;
  state: string;
}

/** One schedule, as listed and as published. */
export interface InspectedSchedule {
  id: string;
  model: string;
  metric: string;
  /** Python lists no names: there the published labels tell. */
  request_name?: string;
  /** "published", "not published", or "not listed" where only its numbers are there. */
  state: string;
  batch_size?: number;
  reference_tag?: string;
  features?: string;
}

/** All that a service says of itself. */
export interface Inspection {
  url: string;
  service: ServiceReport;
  models: InspectedModel[];
  schedules: InspectedSchedule[];
  values: PublishedValue[];
  diagnoses: Diagnosis[];
  /** Why a part of the above is missing or to be read with care, in sentences. */
  notices: string[];
}

type Resource = Resources[keyof Resources];

const isReport = (output: Resource): output is ServiceReport => 'family' in output;
const areColumns = (output: Resource): output is Resources['columns'] => 'columns' in output;
const areTags = (output: Resource): output is Resources['tags'] => 'tags' in output;
const areDiagnoses = (output: Resource): output is Resources['diagnosis'] => 'diagnoses' in output;
/** One row of a table, read by the names of its columns. */
interface Cells {
  text(name: string): string | undefined;
  number(name: string): number | undefined;
}

function rowsOf<T>(frames: readonly Frame[], read: (cells: Cells) => T): T[] {
  return frames.flatMap(({ fields }) => {
    const cell = (name: string, i: number) => fields.find((field) => field.name === name)?.values[i];
    return Array.from(fields[0]?.values ?? [], (_, i) =>
      read({
        text(name) {
          const value = cell(name, i);
          return typeof value === 'string' && value !== '' ? value : undefined;
        },
        number(name) {
          const value = cell(name, i);
          return typeof value === 'number' ? value : undefined;
        },
      })
    );
  });
}

function toValue({ text, number }: Cells): PublishedValue {
  return {
    model: text('model') ?? '',
    feature: text('feature') ?? '',
    metric: text('metric') ?? '',
    value_is: text('value_is') ?? '',
    value: number('value') ?? NaN,
    limit: number('limit'),
    limit_origin: text('limit_origin'),
    n_reference: number('n_reference'),
    n_current: number('n_current'),
    request_name: text('request_name'),
    state: text('state') ?? '',
  };
}

function toSchedule({ text, number }: Cells): InspectedSchedule {
  return {
    id: text('id') ?? '',
    model: text('model') ?? '',
    metric: text('metric') ?? '',
    request_name: text('request_name'),
    state: text('state') ?? '',
    batch_size: number('batch_size'),
    reference_tag: text('reference_tag'),
    features: text('features'),
  };
}

/**
 * Asks a service for everything, by the same operations as the data source.
 * @throws CoreError where it cannot be asked
 */
export async function gather(options: InspectOptions): Promise<Inspection> {
  const { url, token, model } = options;
  const context = { settings: { dialect: options.dialect }, now: Date.now() };
  const http = { baseUrl: url, ...(token ? { headers: { Authorization: `Bearer ${token}` } } : {}) };
  const notices: string[] = [];

  async function resource<T extends Resource>(
    path: keyof Resources,
    is: (output: Resource) => output is T,
    params: Record<string, string> = {}
  ): Promise<T> {
    const output = await runOperation('resource', { path, params }, context, http);
    if (!is(output)) {
      throw new CoreError(`The core answered ${path} with something else. Please report this fault.`, 'plugin');
    }
    if ('message' in output && typeof output.message === 'string') {
      notices.push(output.message);
    }
    return output;
  }

  /** A part that fails leaves a notice, not an empty report. */
  async function attempt<T>(read: () => Promise<T[]>): Promise<T[]> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof CoreError) {
        notices.push(error.message);
        return [];
      }
      throw error;
    }
  }

  const ofModel: Record<string, string> = model === undefined ? {} : { model };
  const service = await resource('service', isReport);
  const listed = service.models.filter(({ id }) => model === undefined || id === model);
  if (model !== undefined && listed.length === 0) {
    const known = service.models.map(({ id }) => id).join(', ');
    notices.push(`TrustyAI does not list the model ${model}. It lists ${known || 'none'}.`);
  }
  const models: InspectedModel[] = [];
  for (const one of listed) {
    const params = { model: one.id };
    models.push({
      ...one,
      columns: await attempt(async () => (await resource('columns', areColumns, params)).columns),
      tags: await attempt(async () => (await resource('tags', areTags, params)).tags),
    });
  }
  const table = (queryType: string) => async () => {
    const query = { refId: 'A', queryType, table: true, ...ofModel };
    const frames = await runOperation('query', { query }, context, http);
    notices.push(...frames.flatMap((frame) => frame.meta?.notices ?? []).map(({ text }) => text));
    return frames;
  };
  const schedules = rowsOf(await attempt(table('schedules')), toSchedule);
  const values = rowsOf(await attempt(table('latest')), toValue);
  const diagnoses = await attempt(async () => (await resource('diagnosis', areDiagnoses, ofModel)).diagnoses);
  return { url, service, models, schedules, values, diagnoses, notices: [...new Set(notices)] };
}
