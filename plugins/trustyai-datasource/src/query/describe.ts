import { catalogue, isMetricKey } from '@soundcheck/query';
import { t } from '../i18n/translate.ts';
import { kindOf, type Kind } from './kinds.ts';
import type { TrustyDataQuery } from './types.ts';

/** Of the events only those of drift need a metric. */
function needsOf(query: TrustyDataQuery, kind: Kind): Kind['needs'] {
  return query.queryType === 'events' && query.events?.includes('drift') ? ['metric'] : kind.needs;
}

/** False while the query still lacks what it cannot run without: an unfinished query is no error. */
export function isComplete(query: TrustyDataQuery): boolean {
  const kind = kindOf(query.queryType);
  // A kind that we do not know goes to the back end, which says so.
  return kind === undefined || needsOf(query, kind).every((field) => Boolean(query[field]));
}

function metricText(metric: string | undefined): string {
  if (!metric) {
    return t('describe.any-metric', 'every metric');
  }
  return isMetricKey(metric) ? catalogue[metric].label : metric;
}

function featuresText({ features, role }: TrustyDataQuery): string {
  if (features?.length) {
    return features.join(', ');
  }
  switch (role) {
    case 'input':
      return t('describe.all-inputs', 'all inputs');
    case 'output':
      return t('describe.all-outputs', 'all outputs');
    default:
      return t('describe.all-features', 'all features');
  }
}

/** What narrows the query, as far as its kind has it. */
function details(query: TrustyDataQuery, { fields }: Kind): string[] {
  const { referenceTag, batchSize, output, limit, side, wanted, events } = query;
  return [
    ...(fields.includes('features') ? [featuresText(query)] : []),
    ...(fields.includes('reference') && referenceTag
      ? [t('describe.reference', 'against {{referenceTag}}', { referenceTag })]
      : []),
    ...(fields.includes('side') && side ? [side] : []),
    ...(fields.includes('batch') && batchSize ? [t('describe.window', 'last {{batchSize}} rows', { batchSize })] : []),
    ...(fields.includes('output') && output ? [output] : []),
    ...(fields.includes('judgement') && limit !== undefined ? [t('describe.limit', 'limit {{limit}}', { limit })] : []),
    ...(fields.includes('wanted') && wanted?.length
      ? [t('describe.wanted', '{{wanted}} wanted', { wanted: wanted.length })]
      : []),
    ...(fields.includes('events') && events?.length ? [events.join(', ')] : []),
  ];
}

/** The query in one line, for collapsed rows and history. */
export function describeQuery(query: TrustyDataQuery): string {
  const kind = kindOf(query.queryType);
  if (kind === undefined) {
    return t('describe.unknown', 'Unknown kind {{queryType}}', { queryType: String(query.queryType) });
  }
  const { fields } = kind;
  if (!fields.includes('model')) {
    return kind.label();
  }
  const model = query.model || t('describe.all-models', 'all models');
  const subject = fields.includes('metric')
    ? t('describe.metric-of-model', '{{metric}} of {{model}}', { metric: metricText(query.metric), model })
    : model;
  return `${kind.label()}: ${[subject, ...details(query, kind)].join(', ')}`;
}
