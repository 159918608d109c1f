import type { Operation } from '../../core/io.ts';
import { passesFilters } from '../../core/label-filters.ts';
import type { Context, LabelFilter, TrustyQuery } from '../../core/operations.ts';
import type { Frame } from '../../frames/contract.ts';
import { tableFrame, warning } from '../../frames/table.ts';
import type { Column } from '../../frames/table.ts';
import type { Model } from '../../service/model.ts';
import { detect } from '../service/detect.ts';

/** Why a list of models may be empty, and what to do. */
export const NO_MODELS =
  'TrustyAI knows no model yet. Upload reference data or send inferences; a Java service on a PVC also lists none after a restart, until new data arrives.';

/** A model that the service does not list, with those that it lists. */
export function doesNotKnow(id: string, models: readonly Model[]): string {
  const known = models.map((model) => model.id).join(', ');
  return `TrustyAI does not know the model ${id}.${known ? ` It knows ${known}.` : ''}`;
}

/** Filters by these labels alone: ad hoc filters of a dashboard may name others, which a table does not have. */
export function filtersBy(query: TrustyQuery, keys: readonly string[]): LabelFilter[] {
  return (query.filters ?? []).filter(({ key }) => keys.includes(key));
}

/** Models by the ad hoc filters. */
export function filteredModels(query: TrustyQuery, models: readonly Model[]): Model[] {
  const filters = filtersBy(query, ['model']);
  return models.filter(({ id }) => passesFilters(filters, { model: id }));
}

function columnCount(model: Model, role: 'input' | 'output'): number {
  return model.columns.filter((column) => column.role === role).length;
}

const COLUMNS: ReadonlyArray<Column<Model>> = [
  ['model', 'string', ({ id }) => id],
  ['observations', 'number', ({ observations }) => observations, 'Stored rows, reference rows included'],
  ['inputs', 'number', (model) => columnCount(model, 'input'), 'Input columns'],
  ['outputs', 'number', (model) => columnCount(model, 'output'), 'Output columns'],
  [
    'schedules',
    'number',
    ({ scheduled }) => Object.values(scheduled).reduce((sum, n) => sum + n, 0),
    'Schedules of all metrics',
  ],
];

/** `models`: a table of what the service knows. */
export function* models(query: TrustyQuery, context: Context): Operation<Frame[]> {
  const { models: all } = yield* detect(context);
  const list = filteredModels(query, all);
  const failing = list.flatMap(({ id, error }) =>
    error === undefined ? [] : [`TrustyAI cannot read the data of ${id}: ${error}`]
  );
  const notices = (all.length === 0 ? [NO_MODELS] : failing).map(warning);
  return [tableFrame('models', list, COLUMNS, { refId: query.refId, notices, executedQueryString: 'GET /info' })];
}
