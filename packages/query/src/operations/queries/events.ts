import { formatCount } from '../../catalogue/limits.ts';
import type { Operation } from '../../core/io.ts';
import type { Context, TrustyQuery } from '../../core/operations.ts';
import { eventFrame } from '../../events/event.ts';
import type { TrustyEvent } from '../../events/event.ts';
import type { Frame } from '../../frames/contract.ts';
import { info } from '../../frames/table.ts';
import { detect } from '../service/detect.ts';
import { tagsOf } from '../service/tags.ts';
import { readUploads } from './read-uploads.ts';
import { modelOf } from './refuse-rows.ts';

const JAVA_TELLS_NOT = 'The Java service does not tell when reference data came: its list has the inferences only.';

/**
 * `events`: uploads of reference data. When drift and schedules began and ended stands in Prometheus, which the browser
 * asks (`driftEvents`, `scheduleEvents`).
 */
export function* events(query: TrustyQuery, context: Context): Operation<Frame[]> {
  const { refId } = query;
  if (query.events && query.events.length > 0 && !query.events.includes('references')) {
    return [eventFrame([], { refId })];
  }
  const service = yield* detect(context);
  if (service.dialect === 'java') {
    return [eventFrame([], { refId, notices: [info(JAVA_TELLS_NOT)] })];
  }
  const { id, model } = modelOf(query, service);
  const tags = yield* tagsOf(id);
  const { uploads, notices } = yield* readUploads({ model: id, tags, rows: model?.observations ?? 0 });
  const range = context.timeRange ?? { from: -Infinity, to: Infinity };
  const found = uploads.flatMap(({ tag, time, rows }): TrustyEvent[] =>
    tag === undefined || time < range.from || time > range.to
      ? []
      : [
          {
            id: `reference:${id}:${tag}:${time}`,
            time,
            title: `Reference ${tag} uploaded`,
            text: `${formatCount(rows)} rows of ${id} with the tag ${tag}.`,
            tags: ['reference', id, tag],
          },
        ]
  );
  return [
    eventFrame(found, { refId, notices: notices.map(info), executedQueryString: `GET /info/inference/ids/${id}` }),
  ];
}
