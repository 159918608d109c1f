import {
  createDataFrame,
  DataSourceApi,
  FieldType,
  type DataQuery,
  type DataQueryRequest,
  type DataQueryResponse,
} from '@grafana/data';
import { getBackendSrv, getTemplateSrv } from '@grafana/runtime';
import * as v from 'valibot';

interface TagQuery extends DataQuery {
  tags?: string[];
  matchAny?: boolean;
  limit?: number;
}

const replySchema = v.array(
  v.object({ id: v.number(), time: v.number(), timeEnd: v.number(), text: v.string(), tags: v.array(v.string()) })
);

/** A stand-in for "-- Grafana --": annotations by tags. Its other queries have no use here. */
export class GrafanaAnnotations extends DataSourceApi<TagQuery> {
  override annotations = {};

  async query({ targets, range, scopedVars }: DataQueryRequest<TagQuery>): Promise<DataQueryResponse> {
    const frames = targets.map(async ({ tags = [], matchAny = false, limit = 100 }) => {
      const found = await getBackendSrv().get('/api/annotations', {
        from: range.from.valueOf(),
        to: range.to.valueOf(),
        tags: tags.map((tag) => getTemplateSrv().replace(tag, scopedVars)),
        matchAny,
        limit,
      });
      const all = v.parse(replySchema, found);
      return createDataFrame({
        fields: [
          { name: 'time', type: FieldType.time, values: all.map(({ time }) => time) },
          { name: 'timeEnd', type: FieldType.time, values: all.map(({ timeEnd }) => timeEnd) },
          { name: 'text', type: FieldType.string, values: all.map(({ text }) => text) },
          { name: 'tags', type: FieldType.other, values: all.map((one) => one.tags) },
          { name: 'id', type: FieldType.string, values: all.map(({ id }) => String(id)) },
        ],
      });
    });
    return { data: await Promise.all(frames) };
  }

  async testDatasource() {
    return { status: 'success', message: '' };
  }
}
