import { metricOfServiceName } from '../catalogue/catalogue.ts';
import type { Dialect } from '../catalogue/meaning.ts';
import { asFinite, asList, asRecord, asString, field, isRecord, optional, optionalField } from '../core/json.ts';
import type { JsonRecord } from '../core/json.ts';
import type { Schedule } from './model.ts';

function featuresOf(request: JsonRecord, at: string): string[] | undefined {
  const columns = optionalField(request, at, 'fitColumns', asList);
  if (columns !== undefined) {
    return columns.map((column, i) => asString(column, `${at}.fitColumns[${i}]`));
  }
  const one = optional(request['columnName'] ?? request['protectedAttribute'], `${at}.columnName`, asString);
  return one === undefined ? undefined : [one];
}

/** A group's value: Java lists it with its type, Python not at all. Text groups are left out. */
function groupValue(json: unknown): number | undefined {
  const value = isRecord(json) ? json['value'] : json;
  return typeof value === 'number' ? value : undefined;
}

function fairnessOf(request: JsonRecord, at: string): Schedule['fairness'] {
  const protectedAttribute = optionalField(request, at, 'protectedAttribute', asString);
  const outcome = optionalField(request, at, 'outcomeName', asString);
  return protectedAttribute === undefined || outcome === undefined
    ? undefined
    : {
        protectedAttribute,
        outcome,
        privileged: groupValue(request['privilegedAttribute']),
        unprivileged: groupValue(request['unprivilegedAttribute']),
        favorable: groupValue(request['favorableOutcome']),
      };
}

/** Java nests the request below its id; Python lists it flat and calls the id `requestId`. */
function decodeSchedule(json: unknown, at: string, dialect: Dialect): Schedule {
  const outer = asRecord(json, at);
  const request = isRecord(outer['request']) ? outer['request'] : outer;
  const serviceMetric = field(request, at, 'metricName', asString);
  // A limit for the divergence says nothing of the distance, which is what is published.
  const judged = request['statistic'] === 'divergence' ? undefined : request['threshold'];
  const threshold = request['thresholdDelta'] ?? request['alpha'] ?? judged;
  const found: Partial<Schedule> = {
    metric: metricOfServiceName(serviceMetric, dialect),
    requestName: optionalField(request, at, 'requestName', asString),
    batchSize: optionalField(request, at, 'batchSize', asFinite),
    referenceTag: optionalField(request, at, 'referenceTag', asString),
    features: featuresOf(request, at),
    threshold: optional(threshold, `${at}.threshold`, asFinite),
    fairness: fairnessOf(request, at),
  };
  return {
    id: asString(outer['requestId'] ?? outer['id'], `${at}.id`),
    model: field(request, at, 'modelId', asString),
    serviceMetric,
    dialect,
    ...found,
  };
}

/** `GET …/requests` of one metric, or `GET /metrics/all/requests` of Java. */
export function decodeSchedules(json: unknown, dialect: Dialect): Schedule[] {
  const requests = asList(asRecord(json, 'the reply')['requests'], 'requests');
  return requests.map((request, i) => decodeSchedule(request, `requests[${i}]`, dialect));
}

/** The id of a schedule just made; Java states a time beside it. */
export function decodeScheduled(json: unknown): string {
  return asString(asRecord(json, 'the reply')['requestId'], 'requestId');
}
