import { queryError } from '../../core/io.ts';
import type { Operation } from '../../core/io.ts';
import type { Context, TrustyQuery } from '../../core/operations.ts';
import { countByTime } from '../../frames/buckets.ts';
import type { Frame } from '../../frames/contract.ts';
import { info } from '../../frames/table.ts';
import { inferenceIdsOf } from '../../service/row-requests.ts';
import { detect } from '../service/detect.ts';
import { tagsOf } from '../service/tags.ts';
import { readIds, readUploads } from './read-uploads.ts';
import type { ReadUploads } from './read-uploads.ts';
import { modelOf } from './refuse-rows.ts';

const HOUR = 3_600_000;

/** Java lists its inferences at once, and no reference among them. */
function* readJava(model: string): Operation<ReadUploads> {
  const { payloads } = yield* readIds(inferenceIdsOf(model));
  return { uploads: payloads, notices: [] };
}

/** `observations`: inferences by time of their arrival, counted in buckets of the time range. */
export function* observations(query: TrustyQuery, context: Context): Operation<Frame[]> {
  const service = yield* detect(context);
  const { id, model } = modelOf(query, service);
  const range = context.timeRange ?? { from: context.now - HOUR, to: context.now };
  if (!(range.from <= range.to)) {
    throw queryError('The time range ends before it begins: choose another.');
  }
  const java = service.dialect === 'java';
  const tags = java ? [] : yield* tagsOf(id);
  const { uploads, notices } = java
    ? yield* readJava(id)
    : yield* readUploads({ model: id, tags, rows: model?.observations ?? 0, from: range.from });
  const { starts, counts } = countByTime(
    uploads.filter(({ tag }) => tag === undefined),
    range
  );
  const { namespace } = context.settings;
  return [
    {
      name: id,
      refId: query.refId,
      fields: [
        { name: 'time', type: 'time', values: Float64Array.from(starts) },
        {
          name: 'inferences',
          type: 'number',
          labels: { model: id, ...(namespace ? { namespace } : {}) },
          config: {
            displayNameFromDS: id,
            unit: 'short',
            min: 0,
            description: 'Inferences from here to the next time',
          },
          values: Float64Array.from(counts),
        },
      ],
      meta: {
        type: 'timeseries-multi',
        executedQueryString: `GET ${inferenceIdsOf(id).path}`,
        ...(notices.length > 0 ? { notices: notices.map(info) } : {}),
      },
    },
  ];
}
