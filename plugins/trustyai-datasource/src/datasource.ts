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
import { defaultQuery, describeQuery, isComplete, withDefaults } from './query/describe.ts';
import { expand, interpolate } from './query/interpolate.ts';
import { sentenceOf, type ReadResource } from './query/resources.ts';
import { runScores, type ScoresEnvironment } from './query/scores.ts';
import type { TrustyDataQuery, TrustyJsonData } from './query/types.ts';
import { TrustyVariables } from './variables/variable-support.ts';

/** Wiring only: `scores` runs here over the linked Prometheus, everything else in the back end. */
export class DataSource extends DataSourceWithBackend<TrustyDataQuery, TrustyJsonData> {
  private readonly environment: ScoresEnvironment;

  constructor(
    instance: DataSourceInstanceSettings<TrustyJsonData>,
    private readonly templates: TemplateSrv = getTemplateSrv(),
    getDataSource: ScoresEnvironment['getDataSource'] = (uid) => getDataSourceSrv().get({ uid })
  ) {
    super(instance);
    this.variables = new TrustyVariables(this);
    const { namespace, prometheusUid } = instance.jsonData;
    this.environment = { namespace, prometheusUid, readResource: this.readResource, getDataSource };
  }

  /** Lists for pickers and variables, read by the back end. */
  readonly readResource: ReadResource = (path, params) =>
    // The reason stands at the picker; a toast beside it would say it twice.
    this.getResource(path, params, { showErrorAlert: false });

  override getDefaultQuery(app: CoreApp): Partial<TrustyDataQuery> {
    const ruled = app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting;
    return ruled ? { ...defaultQuery, queryType: 'latest' } : defaultQuery;
  }

  override filterQuery(query: TrustyDataQuery): boolean {
    return !query.hide && isComplete(withDefaults(query));
  }

  override getQueryDisplayText(query: TrustyDataQuery): string {
    return describeQuery(withDefaults(query));
  }

  override applyTemplateVariables(query: TrustyDataQuery, scopedVars: ScopedVars): TrustyDataQuery {
    return interpolate(withDefaults(query), this.templates, scopedVars);
  }

  /** Variables of a text of the editor, for lists that depend on another choice. */
  resolve(text: string | undefined, scopedVars?: ScopedVars): string {
    return text ? this.templates.replace(text, scopedVars) : '';
  }

  /** Names of the dashboard's variables, as the pickers offer them. */
  variableNames(): string[] {
    return this.templates.getVariables().map(({ name }) => `$${name}`);
  }

  override query(request: DataQueryRequest<TrustyDataQuery>): Observable<DataQueryResponse> {
    const targets = request.targets.map(withDefaults).filter((query) => this.filterQuery(query));
    const scores = targets.filter((query) => query.queryType === 'scores');
    const others = targets.filter((query) => query.queryType !== 'scores');
    const several = others.filter((query) => this.modelsOf(query, request.scopedVars).length > 1);
    const backend = others.filter((query) => !several.includes(query));
    const responses = [
      ...scores.map((query) => this.queryScores(query, request)),
      ...several.map((query) => of(failure(query, SEVERAL_MODELS))),
      ...(backend.length > 0 ? [super.query({ ...request, targets: backend })] : []),
    ];
    return responses.length === 0 ? of({ data: [] }) : forkJoin(responses).pipe(map(together));
  }

  private queryScores(
    query: TrustyDataQuery,
    request: DataQueryRequest<TrustyDataQuery>
  ): Observable<DataQueryResponse> {
    const applied = this.applyTemplateVariables(query, request.scopedVars);
    const models = this.modelsOf(query, request.scopedVars);
    return from(runScores(applied, models, request, this.environment)).pipe(
      catchError((error: unknown) => of(failure(query, sentenceOf(error))))
    );
  }

  private modelsOf(query: TrustyDataQuery, scopedVars: ScopedVars): string[] {
    return query.model ? expand(query.model, this.templates, scopedVars) : [];
  }
}

const SEVERAL_MODELS =
  'The model is a variable with several values, and this kind asks the service about one: choose one value, repeat the panel by the variable, or use “Scores over time”.';

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
