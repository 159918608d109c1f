import { catalogue } from '../catalogue/catalogue.ts';
import { ALL_FEATURES } from '../catalogue/meaning.ts';
import type { Dialect, DialectEntry, Meaning } from '../catalogue/meaning.ts';
import { queryError } from '../core/io.ts';
import type { LabelFilter, MetricKey } from '../core/operations.ts';
import { matchAny, quoteString } from './escape.ts';
import { filterMatchers } from './filter-matchers.ts';

/** What a `scores` expression asks for. */
export interface ScoresQuery {
  metric?: MetricKey;
  /** One model or several; absent or empty: all. */
  model?: string | readonly string[];
  /** Absent: every namespace that Prometheus holds, apart. */
  namespace?: string;
  /** Absent or empty: all. */
  features?: readonly string[];
  /** Python only: Java's series do not carry it. */
  referenceTag?: string;
  /** Absent: both dialects. */
  dialect?: Dialect;
  /** Ad hoc filters, by our labels or by those that Prometheus holds. */
  filters?: readonly LabelFilter[];
}

/** `request`, `pod`, `instance`, `fitColumns` stay out: a re-created schedule or a new pod is no new series. */
const IDENTITY = ['namespace', 'model', 'feature', 'metric', 'value_is', 'dialect', 'request_name'];

function modelMatcher(side: DialectEntry, model: ScoresQuery['model']): string[] {
  const models = typeof model === 'string' ? [model] : (model ?? []);
  const named = models.filter((one) => one !== '');
  return named.length > 0 ? matchAny(side.modelLabel, named) : [`${side.modelLabel}!=""`];
}

/** One dialect's part of the expression. */
interface Arm {
  side: DialectEntry;
  dialect: Dialect;
  query: ScoresQuery;
  /** Matchers of the ad hoc filters. */
  filters: readonly string[];
  /** A Prometheus duration: the last number within it stands, past a gap too. Absent: the newest of a series that goes on. */
  within?: string;
}

function selector({ side, dialect, query, filters }: Arm): string {
  const { series } = side;
  const matchers = [
    ...(series.length === 1 ? [] : matchAny('__name__', series)),
    ...(query.namespace ? [`namespace=${quoteString(query.namespace)}`] : []),
    // Each arm takes the series of its own dialect only: trustyai_kstest exists in both and means opposite things.
    ...modelMatcher(side, query.model),
    ...(dialect === 'java' ? ['modelId=""'] : []),
    ...(side.featureLabel === undefined ? [] : matchAny(side.featureLabel, query.features ?? [])),
    ...(dialect === 'python' && query.referenceTag && catalogue[side.meaning.metric].kind === 'drift'
      ? [`referenceTag=${quoteString(query.referenceTag)}`]
      : []),
    ...filters,
  ];
  return `${series.length === 1 ? (series[0] ?? '') : ''}{${matchers.join(',')}}`;
}

/** `label_replace` that copies a label, or sets a text where there is none to copy. */
function withLabel(expr: string, target: string, from: { label: string } | { text: string }): string {
  return 'label' in from
    ? `label_replace(${expr},"${target}","$1","${from.label}","(.*)")`
    : `label_replace(${expr},"${target}",${quoteString(from.text)},"","")`;
}

/** The labels that say whose number it is and what it is. */
function named(arm: Arm): string {
  const { modelLabel, featureLabel, meaning } = arm.side;
  const feature = featureLabel === undefined ? { text: ALL_FEATURES } : { label: featureLabel };
  let expr = arm.within === undefined ? selector(arm) : `last_over_time(${selector(arm)}[${arm.within}])`;
  if (modelLabel !== 'model') {
    expr = withLabel(expr, 'model', { label: modelLabel });
  }
  expr = withLabel(expr, 'feature', feature);
  expr = withLabel(expr, 'metric', { text: meaning.metric });
  return withLabel(expr, 'value_is', { text: meaning.valueIs });
}

function renamed(arm: Arm): string {
  const { side, dialect } = arm;
  let expr = withLabel(named(arm), 'request_name', { label: 'requestName' });
  for (const [ours, theirs] of Object.entries(side.extraLabels ?? {})) {
    expr = ours === theirs ? expr : withLabel(expr, ours, { label: theirs });
  }
  return withLabel(expr, 'dialect', { text: dialect });
}

/**
 * Where two series fall together (a schedule made anew, two replicas), the one that speaks most for drift stands, so
 * that a finding never hides behind a calmer twin: the lowest p-value, the highest distance. A signed or centred number
 * keeps its sign: the highest where it lies farther from the centre than the lowest, else the lowest. A mean has no
 * direction: the average of the twins.
 */
function aggregated(expr: string, meaning: Meaning, labels: readonly string[]): string {
  const by = `by (${labels.join(',')})`;
  if (meaning.direction !== 'two-sided') {
    return `${meaning.direction === 'low' ? 'min' : 'max'} ${by} (${expr})`;
  }
  if (meaning.centre === undefined) {
    return `avg ${by} (${expr})`;
  }
  const highest = `max ${by} (${expr})`;
  const lowest = `min ${by} (${expr})`;
  const mirrored = `${2 * meaning.centre} - ${lowest}`;
  return `(${highest} >= (${mirrored}) or ${lowest})`;
}

function armsOf(query: ScoresQuery, dialect: Dialect): Arm[] {
  const side = query.metric && catalogue[query.metric][dialect];
  const filters = side && filterMatchers(query.filters ?? [], side, dialect);
  return side && filters ? [{ side, dialect, query, filters }] : [];
}

function expressionOf(arm: Arm): string {
  const labels = [...IDENTITY, ...Object.keys(arm.side.extraLabels ?? {})];
  return aggregated(renamed(arm), arm.side.meaning, labels);
}

/** The labels under which an alert rule compares scores. */
const RULE_LABELS = ['namespace', 'model', 'feature', 'metric', 'value_is'] as const;

export interface ScoreArmQuery extends ScoresQuery {
  metric: MetricKey;
  dialect: Dialect;
  /** A Prometheus duration: the last number within it stands, so that a schedule made anew leaves no shorter gap. */
  within?: string;
}

/** One dialect's scores of one metric, for an alert rule. */
export interface ScoreArm {
  meaning: Meaning;
  /** PromQL, one series for each namespace, model and feature; where series fall together, the one that speaks most for drift. */
  expr: string;
}

/**
 * One dialect's arm alone under the labels `namespace, model, feature, metric, value_is`, to be held against a limit of
 * that dialect's own. Schedules with and without a name are one.
 * @returns undefined where the dialect does not offer the metric or the filters let nothing of it pass
 */
export function scoreArm({ within, ...query }: ScoreArmQuery): ScoreArm | undefined {
  const [arm] = armsOf(query, query.dialect);
  if (arm === undefined) {
    return undefined;
  }
  const { meaning } = arm.side;
  return { meaning, expr: aggregated(named(within === undefined ? arm : { ...arm, within }), meaning, RULE_LABELS) };
}

/**
 * One PromQL expression for a metric of the catalogue, right for both dialects: two arms joined by `or`, each
 * normalised to the labels `model, feature, metric, value_is, dialect`, with `namespace` and `request_name` kept.
 * @throws CoreError where no metric is chosen, the dialect asked for does not have it, or a filter cannot be a matcher
 */
export function buildScores(query: ScoresQuery): string {
  if (query.metric === undefined) {
    throw queryError('No metric is chosen: choose one in the query.');
  }
  const { label, java, python } = catalogue[query.metric];
  const dialects: readonly Dialect[] = query.dialect ? [query.dialect] : ['java', 'python'];
  if (!dialects.some((dialect) => (dialect === 'java' ? java : python))) {
    throw queryError(`${label} is not offered by the ${query.dialect ?? ''} service: choose another metric.`);
  }
  const arms = dialects.flatMap((dialect) => armsOf(query, dialect));
  if (arms.length === 0) {
    throw queryError(`The ad hoc filters let no ${label} of any service pass: loosen them.`);
  }
  return arms.map(expressionOf).join(' or ');
}
