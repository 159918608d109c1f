import {
  DataTopic,
  LoadingState,
  toDataFrame,
  type DataQuery,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  type PanelData,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';
import { catchError, defer, from, map, of, startWith, type Observable } from 'rxjs';

/**
 * Runs a request and gives the panel data as it grows. Queries that are hidden or that the data source filters out are
 * left out, which is the caller's task in Grafana.
 */
export function runRequest(
  dataSource: DataSourceApi,
  request: DataQueryRequest,
  queryFunction?: DataSourceApi['query']
): Observable<PanelData> {
  const loading: PanelData = {
    state: LoadingState.Loading,
    series: [],
    annotations: [],
    request,
    timeRange: request.range,
  };
  const asked = queryFunction ? request : { ...request, targets: wanted(dataSource, request.targets) };
  if (asked.targets.length === 0) {
    return of({ ...loading, state: LoadingState.Done });
  }
  const packets = new Map<string, DataQueryResponse>();
  return defer(() => from(queryFunction ? queryFunction(asked) : dataSource.query(asked))).pipe(
    map((packet) => {
      packets.set(packet.key ?? 'A', packet);
      return panelData(loading, packet, [...packets.values()]);
    }),
    startWith(loading),
    catchError((thrown: unknown) => {
      const cancelled = typeof thrown === 'object' && thrown !== null && 'cancelled' in thrown;
      const error = toDataQueryError(thrown);
      return of(
        cancelled
          ? { ...loading, state: LoadingState.Done }
          : { ...loading, state: LoadingState.Error, error, errors: [error] }
      );
    })
  );
}

/** The queries of a panel that are really run. */
export function wanted<T extends DataQuery>(dataSource: DataSourceApi<T>, targets: T[]): T[] {
  return targets.filter((target) => !target.hide && (dataSource.filterQuery?.(target) ?? true));
}

function panelData(base: PanelData, last: DataQueryResponse, packets: DataQueryResponse[]): PanelData {
  const frames = packets.flatMap(({ data }) => data).map((frame) => toDataFrame(frame));
  const errors = packets.flatMap(({ errors, error }) => errors ?? (error ? [error] : []));
  const isAnnotation = (topic?: DataTopic) => topic === DataTopic.Annotations;
  return {
    ...base,
    state: errors.length > 0 ? LoadingState.Error : (last.state ?? LoadingState.Done),
    series: frames.filter(({ meta }) => !isAnnotation(meta?.dataTopic)),
    annotations: frames.filter(({ meta }) => isAnnotation(meta?.dataTopic)),
    ...(errors.length > 0 && { error: errors[0], errors }),
  };
}
