import { dictionary, list, model } from '../check/composites.ts';
import { integer, text } from '../check/scalars.ts';
import { HttpFault, json } from '../http/reply.ts';
import { readBody, readQuery } from '../http/request.ts';
import { tagFault } from '../ingest/tag-rule.ts';
import type { Session } from '../session.ts';
import type { StoredModel } from '../storage/stored-model.ts';
import type { Route } from './route.ts';

const tagging = model<{ modelId: string; dataTagging: Record<string, number[][]> }>((field) => ({
  modelId: field.required('modelId', text),
  dataTagging: field.optional('dataTagging', dictionary(list(list(integer()))), {}),
}));

export const tagsRoute: Route = {
  path: '/info/tags',
  methods: {
    GET: {
      summary: 'Rows a tag, for all models or for one',
      handle: (session, request) => {
        const modelId = readQuery(request, 'modelId', text, null);
        if (modelId !== null) return json(find(session, modelId).blocks.tagCounts());
        const counts = session.verifiedModels().map((id) => [id, find(session, id).blocks.tagCounts()]);
        return json(Object.fromEntries(counts));
      },
    },
    POST: {
      summary: 'Checks the request, then fails with 500: the service never stores tags this way',
      handle: (session, request) => {
        const { modelId, dataTagging } = readBody(request, tagging);
        const stored = find(session, modelId);
        const tags = Object.entries(dataTagging);
        if (tags.length === 0) throw new HttpFault(400, 'dataTagging must contain at least one tag with ranges');
        for (const [tag] of tags) {
          const fault = tagFault(tag);
          if (fault !== undefined) throw new HttpFault(400, fault);
        }
        for (const [, ranges] of tags) ranges.forEach((range) => checkRange(range, stored.blocks.rows));
        throw new HttpFault(500, 'Error persisting tags. Check server logs for details.');
      },
    },
  },
};

function find(session: Session, id: string): StoredModel {
  const stored = session.storage.find(id);
  if (stored) return stored;
  throw new HttpFault(404, `No model found with id=${id}`);
}

function checkRange(range: readonly number[], rows: number): void {
  const [start, end = (start ?? 0) + 1] = range;
  if (start === undefined || range.length > 2) {
    throw new HttpFault(400, `Each range must be [start, end] or [index], got [${range.join(', ')}]`);
  }
  const shown = `[${start}, ${end})`;
  if (start < 0 || end < 0) throw new HttpFault(400, `Row indices must be non-negative, got ${shown}`);
  if (start >= end) throw new HttpFault(400, `Range start must be less than end, got ${shown}`);
  if (end > rows) throw new HttpFault(400, `Range ${shown} exceeds dataset size (${rows} rows)`);
}
