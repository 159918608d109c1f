import {
  CoreApp,
  LoadingState,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceGetTagValuesOptions,
  type DataSourceInstanceSettings,
  type MetricFindValue,
  type ScopedVars,
} from '@grafana/data';
import { config, DataSourceWithBackend, getDataSourceSrv, getTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import type { Frame } from '@soundcheck/query';
import { forkJoin, map, Observable, of, Subject } from 'rxjs';
import { annotationSupport } from './annotations/annotation-support.ts';
import { t } from './i18n/translate.ts';
import { labelFilters } from './query/ad-hoc.ts';
import { dressCompanions } from './query/companions.ts';
import { describeQuery, isComplete } from './query/describe.ts';
import { toGrafanaFrame } from './query/grafana-frames.ts';
import { expand, interpolate } from './query/interpolate.ts';
import { withLinks, type LinkTargets } from './query/links.ts';
import { migrate } from './query/migrate.ts';
import { joinSplit } from './query/per-model.ts';
import { planOf } from './query/plan.ts';
import type { Asked, PrometheusLink } from './query/prometheus.ts';
import { sentenceOf, type ReadResource, type WriteResource } from './query/resources.ts';
import type { ScoresEnvironment } from './query/scores.ts';
import { together } from './query/together.ts';
import type { TrustyDataQuery, TrustyJsonData } from './query/types.ts';
import { TrustyVariables } from './variables/variable-support.ts';

type Request = DataQueryRequest<TrustyDataQuery>;

/** Wiring only: `scores` runs here over the linked Prometheus, everything else in the back end. */
export class DataSource extends DataSourceWithBackend<TrustyDataQuery, TrustyJsonData> {
  readonly settings: Readonly<TrustyJsonData>;
  private readonly environment: ScoresEnvironment;
  private readonly links: LinkTargets;

  constructor(
    instance: DataSourceInstanceSettings<TrustyJsonData>,
    private readonly templates: TemplateSrv = getTemplateSrv(),
    getDataSource: PrometheusLink['getDataSource'] = (uid) => getDataSourceSrv().get({ uid })
  ) {
    super(instance);
    this.variables = new TrustyVariables(this);
    this.annotations = annotationSupport;
    this.settings = instance.jsonData;
    const { namespace, prometheusUid, lokiUid } = instance.jsonData;
    const prometheus = { uid: prometheusUid, getDataSource };
    this.environment = { namespace, prometheus, readResource: this.readResource };
    const { uid, type, name } = instance;
    this.links = { lokiUid, namespace, own: { uid, type, name } };
  }

  /** Lists for pickers and variables, read by the back end. */
  readonly readResource: ReadResource = (path, params) =>
    // The reason stands at the picker; a toast beside it would say it twice.
    this.getResource(path, params, { showErrorAlert: false });

  readonly writeResource: WriteResource = (path, body) => this.postResource(path, body, { showErrorAlert: false });

  /** Grafana lays it under every query that its editor shows: so it holds nothing but the kind. */
  override getDefaultQuery(app: CoreApp): Partial<TrustyDataQuery> {
    const ruled = app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting;
    return { queryType: ruled ? 'latest' : 'scores' };
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

  override async getTagKeys(): Promise<MetricFindValue[]> {
    return (await this.readResource('labels')).labels.map((text) => ({ text }));
  }

  override async getTagValues({ key }: DataSourceGetTagValuesOptions<TrustyDataQuery>): Promise<MetricFindValue[]> {
    return (await this.readResource('labels', { key })).labels.map((text) => ({ text }));
  }

  override query(request: Request): Observable<DataQueryResponse> {
    if (config.publicDashboardAccessToken) {
      // Its viewers may call nothing but the panel's saved queries, which the server runs: `scores` is refused in words.
      return super.query(request).pipe(map(({ data, ...rest }) => ({ ...rest, data: dressCompanions(data) })));
    }
    const responses: Array<Observable<DataQueryResponse>> = [];
    const backend: TrustyDataQuery[] = [];
    const inParts = new Set<string>();
    for (const saved of request.targets.map(migrate).filter((one) => this.filterQuery(one))) {
      try {
        const query = this.withFilters(saved, request);
        const models = query.model ? expand(query.model, this.templates, request.scopedVars) : [];
        const { inBrowser, inBackend, problem, independent } = planOf(query, models);
        if (independent) {
          inParts.add(query.refId);
        }
        backend.push(...inBackend);
        if (problem) {
          responses.push(of(failure(query, problem)));
        }
        if (inBrowser) {
          const applied = this.applyTemplateVariables(query, request.scopedVars);
          const run = (asked: Asked) => inBrowser(models, asked, this.environment);
          responses.push(answerHere({ query: applied, request }, run));
        }
      } catch (error) {
        responses.push(of(failure(saved, sentenceOf(error))));
      }
    }
    if (backend.length > 0) {
      responses.push(super.query({ ...request, targets: backend }).pipe(map(joinSplit)));
    }
    const finish = ({ data, ...rest }: DataQueryResponse): DataQueryResponse => ({
      ...rest,
      data: withLinks(dressCompanions(data), this.links),
    });
    return responses.length === 0
      ? of({ data: [] })
      : forkJoin(responses).pipe(map((all) => finish(together(all, inParts))));
  }

  private withFilters(query: TrustyDataQuery, { filters }: Request): TrustyDataQuery {
    const all = [...(query.filters ?? []), ...labelFilters(filters)];
    return all.length > 0 ? { ...query, filters: all } : query;
  }
}

function failure(query: TrustyDataQuery, message: string): DataQueryResponse {
  return { data: [], errors: [{ refId: query.refId, message }], state: LoadingState.Error };
}

/** A query answered here; what it asks elsewhere is cancelled when nobody waits for it any more. */
function answerHere(
  asked: Omit<Asked, 'stop'>,
  run: (asked: Asked) => Promise<Frame[]>
): Observable<DataQueryResponse> {
  return new Observable((subscriber) => {
    const stop = new Subject<void>();
    run({ ...asked, stop })
      .then(
        (frames): DataQueryResponse => ({
          data: frames.map(toGrafanaFrame),
          state: LoadingState.Done,
        }),
        (error: unknown) => failure(asked.query, sentenceOf(error))
      )
      .then(
        (response) => {
          subscriber.next(response);
          subscriber.complete();
        },
        (error: unknown) => subscriber.error(error)
      );
    return () => stop.next();
  });
}
