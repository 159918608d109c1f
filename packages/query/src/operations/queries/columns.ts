import type { Operation } from '../../core/io.ts';
import type { Context, TrustyQuery } from '../../core/operations.ts';
import type { Frame } from '../../frames/contract.ts';
import { tableFrame, warning } from '../../frames/table.ts';
import type { Column } from '../../frames/table.ts';
import type { Column as ModelColumn } from '../../service/model.ts';
import { detect } from '../service/detect.ts';
import { chosenColumns } from './chosen-features.ts';
import { filteredModels, NO_MODELS } from './models.ts';

const COLUMNS: ReadonlyArray<Column<ModelColumn & { model: string }>> = [
  ['model', 'string', ({ model }) => model],
  ['feature', 'string', ({ name }) => name, 'The name in force'],
  ['raw_name', 'string', ({ raw }) => raw, 'The name as ingested'],
  ['role', 'string', ({ role }) => role],
  ['type', 'string', ({ type }) => type, 'As the service says; UNKNOWN is common'],
];

/** `columns`: the inputs and outputs of a model, or of all, with the names in force and as ingested. */
export function* columns(query: TrustyQuery, context: Context): Operation<Frame[]> {
  const { models } = yield* detect(context);
  const rows = filteredModels(query, models)
    .filter(({ id }) => !query.model || id === query.model)
    .flatMap(({ id, columns }) => chosenColumns(query, columns).map((column) => ({ model: id, ...column })));
  const none = models.length === 0 ? NO_MODELS : `TrustyAI lists no such columns of ${query.model ?? 'any model'}.`;
  const notices = rows.length === 0 ? [warning(none)] : [];
  return [tableFrame('columns', rows, COLUMNS, { refId: query.refId, notices, executedQueryString: 'GET /info' })];
}
