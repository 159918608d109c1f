import type { QueryType } from '@soundcheck/query';
import { t } from '../i18n/translate.ts';

/** What a query can hold, as groups of controls in the editor. */
export type QueryField =
  | 'model'
  | 'metric'
  | 'features'
  | 'reference'
  | 'batch'
  | 'fairness'
  | 'judgement'
  | 'output'
  | 'table'
  | 'namespace'
  | 'side'
  | 'maxRows'
  | 'wanted'
  | 'events';

export interface Kind {
  label: () => string;
  /** One line that says what it gives. */
  description: () => string;
  /** The fields that it uses, in the order of the editor. */
  fields: readonly QueryField[];
  /** What it cannot run without. */
  needs: ReadonlyArray<'model' | 'metric'>;
  /** What an alert rule gets of it: numbers to compare, nothing because the browser reads it, or a table. */
  inRules: 'numbers' | 'browser' | 'table';
  /** Cheap enough to be asked once for each value of a model variable. */
  perModel: boolean;
}

/** The kinds of a query, in the order of the picker. */
export const kinds: Readonly<Record<QueryType, Kind>> = {
  scores: {
    label: () => t('kinds.scores.label', 'Scores over time'),
    description: () =>
      t('kinds.scores.description', 'A scheduled metric over time, from the linked Prometheus data source'),
    fields: ['model', 'metric', 'features', 'reference', 'judgement', 'namespace'],
    needs: ['metric'],
    inRules: 'browser',
    perModel: false,
  },
  latest: {
    label: () => t('kinds.latest.label', 'Latest'),
    description: () => t('kinds.latest.description', 'What the service publishes now; the kind for alert rules'),
    fields: ['model', 'metric', 'features', 'output', 'judgement', 'table'],
    needs: [],
    inRules: 'numbers',
    perModel: true,
  },
  compute: {
    label: () => t('kinds.compute.label', 'Compute now'),
    description: () =>
      t(
        'kinds.compute.description',
        'One computation on the service, now: slow on large stores, so it is shared for a minute'
      ),
    fields: ['model', 'metric', 'features', 'reference', 'batch', 'fairness', 'judgement', 'table'],
    needs: ['model', 'metric'],
    inRules: 'numbers',
    perModel: false,
  },
  distribution: {
    label: () => t('kinds.distribution.label', 'Distribution'),
    description: () =>
      t(
        'kinds.distribution.description',
        'How the values of each feature are spread, in bins: from rows, or from what a Java schedule keeps of its reference'
      ),
    fields: ['model', 'features', 'reference', 'side', 'batch'],
    needs: ['model'],
    inRules: 'table',
    perModel: false,
  },
  rows: {
    label: () => t('kinds.rows.label', 'Rows'),
    description: () =>
      t('kinds.rows.description', 'The stored rows themselves, where a Java service is set to hand them out'),
    fields: ['model', 'features', 'reference', 'side', 'batch', 'maxRows'],
    needs: ['model'],
    inRules: 'table',
    perModel: false,
  },
  models: {
    label: () => t('kinds.models.label', 'Models'),
    description: () => t('kinds.models.description', 'A table of the models that the service knows'),
    fields: [],
    needs: [],
    inRules: 'table',
    perModel: false,
  },
  columns: {
    label: () => t('kinds.columns.label', 'Columns'),
    description: () => t('kinds.columns.description', 'A table of the inputs and outputs of a model'),
    fields: ['model'],
    needs: ['model'],
    inRules: 'table',
    perModel: true,
  },
  tags: {
    label: () => t('kinds.tags.label', 'Tags'),
    description: () =>
      t('kinds.tags.description', 'A table of the references and other tags of a model, with their rows'),
    fields: ['model'],
    needs: ['model'],
    inRules: 'table',
    perModel: true,
  },
  schedules: {
    label: () => t('kinds.schedules.label', 'Schedules'),
    description: () =>
      t('kinds.schedules.description', 'A table of what is wanted, scheduled and published, side by side'),
    fields: ['model', 'metric', 'wanted'],
    needs: [],
    inRules: 'table',
    perModel: true,
  },
  observations: {
    label: () => t('kinds.observations.label', 'Request volume'),
    description: () => t('kinds.observations.description', 'How many inferences of a model were stored, over time'),
    fields: ['model'],
    needs: ['model'],
    inRules: 'numbers',
    perModel: true,
  },
  events: {
    label: () => t('kinds.events.label', 'Events'),
    description: () =>
      t(
        'kinds.events.description',
        'For annotations: drift began and ended, schedules made and lost, references uploaded'
      ),
    fields: ['model', 'events', 'metric', 'features', 'judgement', 'namespace'],
    needs: [],
    inRules: 'browser',
    perModel: false,
  },
};

const QUERY_TYPES = Object.keys(kinds);

/** True for the name of a kind. */
export function isQueryType(text: unknown): text is QueryType {
  return typeof text === 'string' && QUERY_TYPES.includes(text);
}

/** The kind of a query; one that a newer version knows and we do not is none. */
export function kindOf(queryType: string | undefined): Kind | undefined {
  return isQueryType(queryType) ? kinds[queryType] : undefined;
}
