import { hashOrder } from '../hash-order.ts';
import { readFields, unreadable } from '../http/fields.ts';
import { Refusal, Uncaught, json, mislabelled } from '../http/reply.ts';
import { noMetadata } from '../http/violations.ts';
import { tagFault } from '../ingest/tag-rule.ts';
import type { Handler, Route } from './route.ts';

export const tagsRoute: Route = {
  path: '/info/tags',
  methods: {
    GET: {
      summary: 'Rows a tag, for every model that has had rows since the start; untagged uploads under an empty tag',
      handle: (session) => {
        const counts = session.knownModels.flatMap((id) => {
          const stored = session.storage.find(id);
          return stored ? [[id, stored.tagCounts()] as const] : [];
        });
        return json(Object.fromEntries(counts));
      },
    },
    POST: {
      summary: 'Give rows another tag. In files, of more rows than the service loads, the older ones are lost',
      handle: (session, request) => applyTags(session, request),
    },
  },
};

const applyTags: Handler = (session, wire) => {
  const fields = readFields(wire);
  const tagging = fields.map('dataTagging', readRanges);
  const id = fields.text('modelId');
  const model = session.storage.find(id);
  if (!model) return mislabelled(noMetadata(id), 400);
  if (!tagging) throw new Uncaught('There are no tags.');
  const rows = model.taggable(session.batchLimit);
  const tags = new Map<number, string>();
  for (const tag of hashOrder(tagging.keys())) {
    const fault = tagFault(tag);
    if (fault !== undefined) return mislabelled(fault, 400);
    const ranges = tagging.get(tag) ?? [];
    checkRanges(ranges, rows);
    for (const [start = 0, end = start + 1] of ranges) {
      for (let row = start; row < end; row += 1) tags.set(row, tag);
    }
  }
  model.retag(tags, session.batchLimit);
  return mislabelled('Datapoints successfully tagged.');
};

/** `[start, end)` or `[index]` in a list. */
function readRanges(value: unknown): number[][] {
  if (!Array.isArray(value)) throw unreadable();
  return value.map((range: unknown) => {
    if (!Array.isArray(range)) throw unreadable();
    return range.map((index: unknown) => {
      if (typeof index !== 'number') throw unreadable();
      return Math.trunc(index);
    });
  });
}

function checkRanges(ranges: readonly number[][], rows: number): void {
  const shown = (list: readonly unknown[]) => `[${list.join(', ')}]`;
  const all = shown(ranges.map(shown));
  for (const range of ranges) {
    const [start, end] = range;
    const complain = (what: string) => {
      throw new Refusal(
        mislabelled(`Tag ${all} sublists ${what}: ${shown(range)}. Dataframe only has ${rows} rows.`, 400)
      );
    };
    if (start === undefined || range.length > 2) complain('must have one or two elements');
    const last = end === undefined ? (start ?? 0) : end - 1;
    if ((start ?? 0) < 0 || last >= rows) complain('contain an out-of-range index');
  }
}
