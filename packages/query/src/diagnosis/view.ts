import { catalogue } from '../catalogue/catalogue.ts';
import { formatCount } from '../catalogue/limits.ts';
import type { MetricKey } from '../core/operations.ts';
import type { Schedule } from '../service/model.ts';
import { rowsOf } from '../service/tag-rows.ts';
import type { Diagnosis, DiagnosisState } from './diagnosis.ts';
import type { Published } from '../service/published.ts';
import type { Evidence } from './evidence.ts';

/** The evidence with what all rules count from it. */
export interface View extends Evidence {
  /** The schedules that findings may be about: of this model, and of the asked metric where one is asked for. */
  own: readonly Schedule[];
  /** Rows that count as current; undefined: the model or its tags are unknown. */
  inferences?: number;
  /** Rows under any reference tag. */
  references: number;
  /** A one-shot call is planned: `own` holds it, as if it were a schedule. */
  oneShot: boolean;
}

/** One rule: what it finds. Rules know nothing of each other. */
export type Rule = (view: View) => Diagnosis[];

/** Tag counts may be ten minutes old and /info is not: rows that came since are counted as inferences. */
function inferencesOf({ info, tags }: Evidence): number | undefined {
  return info && tags && rowsOf(tags, 'inference') + Math.max(0, info.observations - rowsOf(tags));
}

export function viewOf(evidence: Evidence, oneShot: boolean): View {
  const { metric, schedules, tags } = evidence;
  return {
    ...evidence,
    own: schedules.filter((one) => metric === undefined || one.metric === metric),
    inferences: inferencesOf(evidence),
    references: rowsOf(tags ?? [], 'reference'),
    oneShot,
  };
}

/** The published series of one schedule. */
export function seriesOf({ published }: Evidence, { id }: Schedule): Published[] {
  return published.filter((one) => one.request === id);
}

/** Some number of the model is published, of the asked metric where one is asked for. */
export function valuesOf({ published, model }: Evidence, metric?: MetricKey): Published[] {
  return published.filter((one) => one.model === model && (metric === undefined || one.metric === metric));
}

/** Prometheus remembers the metric, so it was computed once. */
export function wasSeen({ history }: Evidence): boolean {
  return history?.scraped === true || (history?.requests ?? []).length > 0;
}

export function isDrift({ metric }: Schedule): boolean {
  return metric !== undefined && catalogue[metric].kind === 'drift';
}

/** 1 -> "1 row", 600 -> "600 rows". */
export function counted(n: number, noun: string): string {
  return `${formatCount(n)} ${noun}${n === 1 ? '' : 's'}`;
}

/** "a", "a and b", "a, b and c", and for many the first few with the number of the rest. */
export function listed(words: readonly string[], most = 4): string {
  const shown = words.length > most ? [...words.slice(0, most - 1), `${words.length - most + 1} more`] : words;
  return [shown.slice(0, -1).join(', '), ...shown.slice(-1)].filter((part) => part !== '').join(' and ');
}

export function labelOf(metric: MetricKey): string {
  return catalogue[metric].label;
}

/** 'Kolmogorov-Smirnov "nightly"': by its name, or by its id where it has none. */
export function nameOf({ id, metric, requestName, serviceMetric }: Schedule): string {
  return `${metric === undefined ? serviceMetric : labelOf(metric)} ${requestName ? `"${requestName}"` : id}`.trim();
}

function only<T>(values: readonly T[]): T | undefined {
  const distinct = [...new Set(values)];
  return distinct.length === 1 ? distinct[0] : undefined;
}

type Subject = Pick<Diagnosis, 'model' | 'metric' | 'schedule'>;

/** What a finding about these schedules is about: the metric and the schedule where it is only one. */
export function about({ model }: View, ...schedules: readonly Schedule[]): Subject {
  const metric = only(schedules.map((one) => one.metric));
  const schedule = only(schedules.map(({ id }) => id));
  return { model, ...(metric ? { metric } : {}), ...(schedule ? { schedule } : {}) };
}

/** One finding; a warning unless its rule says otherwise. */
export function finding(state: DiagnosisState, subject: Subject, sentence: string, next: string): Diagnosis {
  return { state, severity: 'warning', ...subject, sentence, next };
}
