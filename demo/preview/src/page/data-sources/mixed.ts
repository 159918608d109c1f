import {
  DataSourceApi,
  LoadingState,
  type DataQuery,
  type DataQueryRequest,
  type DataQueryResponse,
} from '@grafana/data';
import { getDataSourceSrv, toDataQueryError } from '@grafana/runtime';
import { groupBy } from 'lodash';
import { catchError, defer, from, map, merge, mergeMap, of, type Observable } from 'rxjs';
import { wanted } from '../host/run-request.ts';

/** "-- Mixed --": each query goes to its own data source; one that fails leaves the others' frames alone. */
export class MixedDataSource extends DataSourceApi {
  query(request: DataQueryRequest): Observable<DataQueryResponse> {
    const groups = Object.entries(groupBy(request.targets, (target) => target.datasource?.uid ?? ''));
    const finished = new Set<string>();
    /** Until each data source has answered, an answer is a part: panels see that more is to come. */
    const asPart = (uid: string, response: DataQueryResponse): DataQueryResponse => {
      if (response.state !== LoadingState.Loading) {
        finished.add(uid);
      }
      const failed = response.state === LoadingState.Error;
      return failed || finished.size === groups.length ? response : { ...response, state: LoadingState.Loading };
    };
    return merge(
      ...groups.map(([uid, targets]) => ask(request, uid, targets).pipe(map((response) => asPart(uid, response))))
    );
  }

  async testDatasource() {
    return { status: 'success', message: '' };
  }
}

function ask(request: DataQueryRequest, uid: string, targets: DataQuery[]): Observable<DataQueryResponse> {
  const key = `mixed-${uid}`;
  return defer(() => getDataSourceSrv().get(uid || undefined, request.scopedVars)).pipe(
    mergeMap((dataSource) => {
      const asked = wanted(dataSource, targets);
      return asked.length === 0
        ? of<DataQueryResponse>({ data: [], state: LoadingState.Done })
        : from(dataSource.query({ ...request, requestId: `${request.requestId}-${uid}`, targets: asked }));
    }),
    map((response) => ({ ...response, key: `${key}-${response.key ?? ''}` })),
    catchError((thrown: unknown) => {
      const error = { ...toDataQueryError(thrown), refId: targets[0]?.refId };
      return of<DataQueryResponse>({ data: [], key, state: LoadingState.Error, error, errors: [error] });
    })
  );
}
