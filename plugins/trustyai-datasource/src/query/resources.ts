import type { Column, Resources, Schedule, Tag } from '@soundcheck/query';
import { t } from '../i18n/translate.ts';

/** Reads a resource of the data source's back end, which runs the core: its replies have the core's types. */
export type ReadResource = <K extends keyof Resources>(
  path: K,
  params?: Record<string, string>
) => Promise<Resources[K]>;

/** Changes something through a resource of the back end, which checks setting and role. */
export type WriteResource = <K extends 'schedules/create' | 'schedules/delete'>(
  path: K,
  body: object
) => Promise<Resources[K]>;

/** A list for a picker, with the reason where it is short or empty. */
export interface Listed<T> {
  items: T[];
  message?: string;
}

/** The sentence in whatever was thrown: Grafana's fetch errors carry the back end's message in `data`. */
export function sentenceOf(error: unknown): string {
  if (typeof error === 'object' && error !== null) {
    const data: unknown = 'data' in error ? error.data : undefined;
    if (typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string') {
      return data.message;
    }
    if ('message' in error && typeof error.message === 'string' && error.message !== '') {
      return error.message;
    }
    if ('statusText' in error && typeof error.statusText === 'string') {
      return error.statusText;
    }
  }
  return String(error);
}

export async function readSchedules(read: ReadResource, model: string, metric: string): Promise<Schedule[]> {
  return (await read('schedules', { model, metric })).schedules;
}

export async function readTags(read: ReadResource, model: string): Promise<Tag[]> {
  return (await read('tags', { model })).tags;
}

export async function listModels(read: ReadResource): Promise<Listed<Resources['models']['models'][number]>> {
  const { models, message } = await read('models');
  return { items: models, message };
}

export async function listColumns(read: ReadResource, model: string): Promise<Listed<Column>> {
  const { columns, message } = await read('columns', { model });
  return { items: columns, message };
}

export async function listReferences(read: ReadResource, model: string): Promise<Listed<Tag>> {
  const { tags, message } = await read('tags', { model });
  return { items: tags.filter(({ kind }) => kind === 'reference'), message };
}

export async function listMetrics(read: ReadResource): Promise<Listed<Resources['metrics']['metrics'][number]>> {
  const { metrics } = await read('metrics');
  return { items: metrics };
}

/** @param model absent: of every model */
export async function listSchedules(read: ReadResource, model?: string): Promise<Listed<Schedule>> {
  const { schedules, message } = await read('schedules', model ? { model } : {});
  return { items: schedules, message };
}

/** What the service says of a model, for its option: stored rows, or why it cannot be read. */
export function modelRows({ observations, error }: Resources['models']['models'][number]): string {
  return error ?? t('models.rows', '{{observations}} rows stored', { observations: observations.toLocaleString('en') });
}
