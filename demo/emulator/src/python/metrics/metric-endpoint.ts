import { randomUUID } from 'node:crypto';
import { model } from '../check/composites.ts';
import type { Check } from '../check/issue.ts';
import { text } from '../check/scalars.ts';
import { HttpFault } from '../http/reply.ts';
import { readBody } from '../http/request.ts';
import type { WireRequest } from '../../http/wire.ts';
import { gaugeName } from '../schedule/publish.ts';
import { UnknownModel } from '../session.ts';
import type { Session } from '../session.ts';
import type { MetricRequest } from './metric-request.ts';

/** One metric as the router sees it. Handlers return the body of a 200 JSON reply. */
export interface Metric {
  name: string;
  /** Base paths, the current one first, then its older names. */
  paths: readonly string[];
  definition: { name: string; description: string };
  /** POST …/definition, where the metric has it. */
  interpret?: (request: WireRequest) => object;
  oneShot: (session: Session, request: WireRequest) => object;
  schedule: (session: Session, request: WireRequest) => object;
  unschedule: (session: Session, request: WireRequest) => object;
  list: (session: Session) => object;
}

export interface MetricSpec<R> {
  name: string;
  paths: readonly string[];
  definition: { name: string; description: string };
  interpret?: (request: WireRequest) => object;
  check: Check<R>;
  oneShot: (session: Session, request: R, wire: WireRequest) => object;
  scheduled: (session: Session, request: R) => MetricRequest;
  /** Schedules go under this name whatever the request's metricName says. */
  bucket?: string;
  /** The list leaves out the older field `id`. */
  listsWithoutId?: boolean;
}

const scheduleId = model<{ requestId: string }>((field) => ({ requestId: field.required('requestId', text) }));

export function metricEndpoint<R>(spec: MetricSpec<R>): Metric {
  const { name, paths, definition, interpret } = spec;
  return {
    name,
    paths,
    definition,
    ...(interpret ? { interpret } : {}),
    oneShot: (session, wire) => spec.oneShot(session, readBody(wire, spec.check), wire),
    schedule: (session, wire) => {
      const request = spec.scheduled(session, readBody(wire, spec.check));
      const id = randomUUID();
      // Settling the request reads the schema, which is cached from then on.
      session.cachedModel(request.modelId);
      session.schedules.add(spec.bucket ?? request.metricName, { id, request });
      return { requestId: id };
    },
    unschedule: (session, wire) => {
      const { requestId } = readBody(wire, scheduleId);
      const id = uuid(requestId);
      session.schedules.remove(name, id);
      session.gauges.removeRequest(gaugeName(name), id);
      return { status: 'success', message: `Schedule ${requestId} deleted` };
    },
    list: (session) => ({
      requests: session.schedules.of(name).map(({ id, request }) => ({
        ...(spec.listsWithoutId ? {} : { id }),
        requestId: id,
        modelId: request.modelId,
        metricName: name,
        batchSize: request.batchSize,
        ...request.listing,
      })),
    }),
  };
}

/** Throws a 500 with the detail made of the cause when the model to schedule for is unknown. */
export function requireModel(session: Session, modelId: string, detail: (cause: string) => string): void {
  try {
    session.cachedModel(modelId);
  } catch (fault) {
    throw fault instanceof UnknownModel ? new HttpFault(500, detail(fault.message)) : fault;
  }
}

/** Accepts what Python's UUID does: 32 hexadecimal digits, dashes anywhere, braces or `urn:uuid:` around. */
function uuid(given: string): string {
  const digits = given
    .replace(/urn:|uuid:/g, '')
    .replace(/^[{}]+|[{}]+$/g, '')
    .replaceAll('-', '')
    .toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(digits)) throw new HttpFault(400, 'Invalid request ID format');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
