import { ask } from '../../core/ask.ts';
import type { Operation } from '../../core/io.ts';
import { passesFilters } from '../../core/label-filters.ts';
import type { TrustyQuery } from '../../core/operations.ts';
import type { Frame } from '../../frames/contract.ts';
import { tableFrame, warning } from '../../frames/table.ts';
import type { Column } from '../../frames/table.ts';
import { decodeTags } from '../../service/decode-info.ts';
import { decodeReply } from '../../service/decode-reply.ts';
import type { Tag } from '../../service/model.ts';
import { TAGS } from '../../service/requests.ts';
import { filtersBy } from './models.ts';

const COLUMNS: ReadonlyArray<Column<Tag & { model: string }>> = [
  ['model', 'string', ({ model }) => model],
  ['tag', 'string', ({ name }) => name],
  ['kind', 'string', ({ kind }) => kind],
  ['rows', 'number', ({ rows }) => rows, 'Stored rows with this tag'],
];

/** `tags`: rows by tag of a model, or of all; ten minutes old at most. */
export function* tags(query: TrustyQuery): Operation<Frame[]> {
  const filters = filtersBy(query, ['model', 'reference_tag']);
  const all = [...decodeReply(TAGS, yield* ask(TAGS), decodeTags)].flatMap(([model, list]) =>
    list.map((tag) => ({ model, ...tag }))
  );
  const rows = all.filter(
    ({ model, name }) =>
      (!query.model || model === query.model) && passesFilters(filters, { model, reference_tag: name })
  );
  const none = `TrustyAI holds no such tags of ${query.model ?? 'any model'}: upload training data with a tag such as TRAINING.`;
  const notices = rows.length === 0 ? [warning(none)] : [];
  return [tableFrame('tags', rows, COLUMNS, { refId: query.refId, notices, executedQueryString: 'GET /info/tags' })];
}
