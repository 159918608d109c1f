import {
  CoreApp,
  LoadingState,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
  type ScopedVars,
} from '@grafana/data';
import { DataSourceWithBackend, getDataSourceSrv, getTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { catchError, forkJoin, from, map, of, type Observable } from 'rxjs';
import { t } from './i18n/translate.ts';
import { defaultQuery, describeQuery, isComplete } from './query/describe.ts';
import { expand, interpolate } from './query/interpolate.ts';
import { migrate, QUERY_VERSION } from './query/migrate.ts';
import { joinSplit, refusal, splitByModel } from './query/per-model.ts';
import { sentenceOf, type ReadResource, type WriteResource } from './query/resources.ts';
import { runScores, type ScoresEnvironment } from './query/scores.ts';
import type { TrustyDataQuery, TrustyJsonData } from './query/types.ts';
import { TrustyVariables } from './variables/variable-support.ts';

/** Wiring only: `scores` runs here over the linked Prometheus, everything else in the back end. */
export class DataSource extends DataSourceWithBackend<TrustyDataQuery, TrustyJsonData> {
  readonly settings: Readonly<TrustyJsonData>;
  private readonly environment: ScoresEnvironment;

  constructor(
    instance: DataSourceInstanceSettings<TrustyJsonData>,
    private readonly templates: TemplateSrv = getTemplateSrv(),
    getDataSource: ScoresEnvironment['getDataSource'] = (uid) => getDataSourceSrv().get({ uid })
  ) {
    super(instance);
    this.variables = new TrustyVariables(this);
    this.settings = instance.jsonData;
    const { namespace, prometheusUid } = instance.jsonData;
    this.environment = { namespace, prometheusUid, readResource: this.readResource, getDataSource };
  }

  /** Lists for pickers and variables, read by the back end. */
  readonly readResource: ReadResource = (path, params) =>
    // The reason stands at the picker; a toast beside it would say it twice.
    this.getResource(path, params, { showErrorAlert: false });

  readonly writeResource: WriteResource = (path, body) => this.postResource(path, body, { showErrorAlert: false });

  override getDefaultQuery(app: CoreApp): Partial<TrustyDataQuery> {
    const ruled = app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting;
    return { ...defaultQuery, ...(ruled ? { queryType: 'latest', output: 'verdict' } : {}), version: QUERY_VERSION };
  }

  override filterQuery(query: TrustyDataQuery): boolean {
    return !query.hide && isComplete(migrate(query));
  }

  override getQueryDisplayText(query: TrustyDataQuery): string {
    return describeQuery(migrate(query));
  }

  override applyTemplateVariables(query: TrustyDataQuery, scopedVars: ScopedVars): TrustyDataQuery {
    return interpolate(migrate(query), this.templates, scopedVars);
  }

  /** Variables of a text of the editor, for lists that depend on another choice. */
  resolve(text: string | undefined, scopedVars?: ScopedVars): string {
    return text ? this.templates.replace(text, scopedVars) : '';
  }

  /** The dashboard's variables, as the pickers offer them. */
  variableOptions(): Array<{ value: string; description: string }> {
    const description = t('editor.variable', 'variable');
    return this.templates.getVariables().map(({ name }) => ({ value: `$${name}`, description }));
  }

  override query(request: DataQueryRequest<TrustyDataQuery>): Observable<DataQueryResponse> {
    const responses: Array<Observable<DataQueryResponse>> = [];
    const backend: TrustyDataQuery[] = [];
    for (const query of request.targets.map(migrate).filter((one) => this.filterQuery(one))) {
      const models = query.model ? expand(query.model, this.templates, request.scopedVars) : [];
      const refused = models.length > 1 ? refusal(query, models) : undefined;
      if (query.queryType === 'scores') {
        responses.push(this.queryScores(query, models, request));
      } else if (refused) {
        responses.push(of(failure(query, refused)));
      } else {
        backend.push(...(models.length > 1 ? splitByModel(query, models) : [query]));
      }
    }
    if (backend.length > 0) {
      responses.push(super.query({ ...request, targets: backend }).pipe(map(joinSplit)));
    }
    return responses.length === 0 ? of({ data: [] }) : forkJoin(responses).pipe(map(together));
  }

  private queryScores(
    query: TrustyDataQuery,
    models: string[],
    request: DataQueryRequest<TrustyDataQuery>
  ): Observable<DataQueryResponse> {
    const applied = this.applyTemplateVariables(query, request.scopedVars);
    return from(runScores(applied, models, request, this.environment)).pipe(
      catchError((error: unknown) => of(failure(query, sentenceOf(error))))
    );
  }
}

function failure(query: TrustyDataQuery, message: string): DataQueryResponse {
  return { data: [], errors: [{ refId: query.refId, message }], state: LoadingState.Error };
}

/** Queries fail one by one: frames of the others stand beside the errors. */
function together(responses: DataQueryResponse[]): DataQueryResponse {
  const errors = responses.flatMap((response) => response.errors ?? []);
  return {
    data: responses.flatMap((response) => response.data),
    ...(errors.length > 0 ? { errors, state: LoadingState.Error } : { state: LoadingState.Done }),
  };
}
