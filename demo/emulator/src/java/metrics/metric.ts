import { randomUUID } from 'node:crypto';
import type { Reply, WireRequest } from '../../http/wire.ts';
import type { Labels } from '../../prometheus/gauges.ts';
import { readFields } from '../http/fields.ts';
import type { Fields } from '../http/fields.ts';
import { Refusal, empty, json, mislabelled, text } from '../http/reply.ts';
import { Violations, noMetadata } from '../http/violations.ts';
import { offsetTime } from '../local-time.ts';
import { gaugeName } from '../schedule/publish.ts';
import type { Session } from '../session.ts';
import type { Frame, StoredModel } from '../storage/stored-model.ts';
import type { MetricValue, ScheduledMetric } from './scheduled-metric.ts';

/** One metric as the router sees it. */
export interface Metric {
  name: string;
  paths: readonly string[];
  definition: string;
  oneShot: (session: Session, wire: WireRequest) => Reply;
  schedule: (session: Session, wire: WireRequest) => Reply;
  unschedule: (session: Session, wire: WireRequest) => Reply;
  list: (session: Session) => Reply;
  /** POST …/definition, where the metric has it. */
  interpret?: (session: Session, wire: WireRequest) => Reply;
}

/** The fields every metric request has. */
export interface CommonFields {
  modelId: string | null;
  requestName: string | null;
  batchSize: number;
}

/** What a one-shot reply says beside the values. */
export interface Report {
  specificDefinition: string;
  thresholds: { lowerBound: number; upperBound: number; outsideBounds: boolean };
}

export interface MetricSpec<Request extends CommonFields> {
  name: string;
  paths: readonly string[];
  definition: string;
  /** Reads the fields that the common ones do not cover. */
  read(fields: Fields, common: CommonFields): Request;
  /** Notes what is wrong with a request for a model that exists. */
  check(request: Request, model: StoredModel, violations: Violations): void;
  /** The value now. */
  once(session: Session, model: StoredModel, request: Request): MetricValue;
  report(model: StoredModel, request: Request, value: MetricValue): Report;
  /** The value at a tick. */
  compute(session: Session, request: Request, rows: { current: Frame; model: StoredModel }): MetricValue;
  labels(request: Request): Labels;
  listed(request: Request): Record<string, unknown>;
  /** The metric's own list, where it is not what `listed` gives: JSON text. */
  ownListing?(request: ScheduledMetric): string;
  interpret?(model: StoredModel, request: Request): Reply;
}

const summary = 'The supplied metric request details are not valid.';

export function metric<Request extends CommonFields>(spec: MetricSpec<Request>): Metric {
  const { name, paths, definition } = spec;
  const interpret = spec.interpret?.bind(spec);
  return {
    name,
    paths,
    definition,
    oneShot: (session, wire) => {
      const { request, model } = readRequest(spec, session, wire, 'response.request');
      const value = spec.once(session, model, request);
      return json(reply(session, spec, { name, model, request, value }));
    },
    schedule: (session, wire) => {
      const { request } = readRequest(spec, session, wire, 'createRequest.request');
      const id = randomUUID();
      session.schedules.add(name, { id, request: scheduled(session, spec, request) });
      return json({ requestId: id, timestamp: offsetTime(session.clock.now()) });
    },
    unschedule: (session, wire) => {
      const given = readFields(wire).text('requestId');
      if (given === null) return text(missingId, 404);
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(given)) return empty(400);
      const id = given.toLowerCase();
      if (!session.schedules.remove(name, id)) return text(`Error: Scheduled requestId=${id} not found`, 404);
      session.gauges.removeRequest(gaugeName(name), id);
      return text('Removed');
    },
    list: (session) => {
      const items = session.schedules.of(name).map(({ id, request }) => {
        const own = spec.ownListing?.(request) ?? json(request.listed()).body;
        return `{"id":"${id}","request":${own}}`;
      });
      return mislabelled(`{"requests":[${items.join()}]}`);
    },
    ...(interpret
      ? {
          interpret: (session: Session, wire: WireRequest) => {
            const { request, model } = readRequest(spec, session, wire, 'specificDefinition.request');
            return interpret(model, request);
          },
        }
      : {}),
  };
}

const missingId =
  'Scheduled requestId in DELETE payload was null. This can occur if the provided requestId was not a valid UUID, ' +
  'please check the parameters of the DELETE payload.';

function readRequest<Request extends CommonFields>(
  spec: MetricSpec<Request>,
  session: Session,
  wire: WireRequest,
  parameter: string
): { request: Request; model: StoredModel } {
  // Without a body the service closes the connection and answers nothing.
  if (wire.body.length === 0) throw new Refusal(empty(0));
  const fields = readFields(wire);
  const common = {
    modelId: fields.text('modelId'),
    requestName: fields.text('requestName'),
    batchSize: fields.integer('batchSize') ?? session.batchLimit,
  };
  const request = spec.read(fields, common);
  const violations = new Violations(parameter);
  const model = session.storage.find(common.modelId);
  if (!model) {
    violations.add(noMetadata(common.modelId), ...(common.modelId === null ? [] : [common.modelId]));
    throw violations.refusal(summary);
  }
  if (common.batchSize <= 0) violations.add('Request batch size must be bigger than 0.');
  spec.check(request, model, violations);
  violations.throwIfAny(summary);
  return { request, model };
}

interface Outcome<Request> {
  name: string;
  model: StoredModel;
  request: Request;
  value: MetricValue;
}

function reply<Request extends CommonFields>(
  session: Session,
  spec: MetricSpec<Request>,
  { name, model, request, value }: Outcome<Request>
): object {
  const { specificDefinition, thresholds } = spec.report(model, request, value);
  const single = typeof value === 'number';
  return {
    timestamp: offsetTime(session.clock.now()),
    type: 'metric',
    value: single ? value : null,
    namedValues: single ? null : Object.fromEntries([...value].map(([raw, one]) => [model.nameInForce(raw), one])),
    specificDefinition,
    name,
    id: randomUUID(),
    thresholds,
  };
}

function scheduled<Request extends CommonFields>(
  session: Session,
  spec: MetricSpec<Request>,
  request: Request
): ScheduledMetric {
  return {
    modelId: request.modelId ?? '',
    metricName: spec.name,
    requestName: request.requestName,
    batchSize: request.batchSize,
    labels: spec.labels(request),
    compute: (current, model) => spec.compute(session, request, { current, model }),
    listed: () => spec.listed(request),
  };
}

/** The fields that every item of a list begins with. */
export function listedHead(type: string, name: string, request: CommonFields): Record<string, unknown> {
  const { modelId, requestName, batchSize } = request;
  return { '@type': type, modelId, requestName, metricName: name, batchSize };
}
