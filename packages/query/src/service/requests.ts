import type { Request } from '../core/io.ts';

/** The read-only calls, with how old an answer may be: all users of a Grafana process share them. */

/** Models and their columns; also the proof that URL and token are right. */
export const INFO: Request = { method: 'GET', path: '/info', minAgeSeconds: 5 };

/** Row counts per tag. Seconds on a large Python store, so shared for ten minutes. */
export const TAGS: Request = { method: 'GET', path: '/info/tags', minAgeSeconds: 600 };

/** All published numbers. Asks for the classic text format; Java answers 406 to some other Accept headers. */
export const METRICS: Request = {
  method: 'GET',
  path: '/q/metrics',
  headers: { Accept: 'text/plain' },
  minAgeSeconds: 5,
};

/** Python serves it, Java does not. */
export const OPENAPI: Request = { method: 'GET', path: '/openapi.json', minAgeSeconds: 600 };

/** Java serves it, Python does not; YAML unless JSON is asked for. */
export const JAVA_OPENAPI: Request = {
  method: 'GET',
  path: '/q/openapi',
  headers: { Accept: 'application/json' },
  minAgeSeconds: 600,
};

export const HEALTH: Request = { method: 'GET', path: '/q/health', minAgeSeconds: 5 };

/** Every schedule of a Java service. */
export const ALL_SCHEDULES: Request = { method: 'GET', path: '/metrics/all/requests', minAgeSeconds: 30 };

/** The schedules of one metric: cheap on both services, they lie in memory. */
export function schedulesOf(endpoint: string): Request {
  return { method: 'GET', path: `${endpoint}/requests`, minAgeSeconds: 30 };
}

const JSON_BODY = { 'Content-Type': 'application/json' };

/** Makes a schedule. */
export function scheduleOf(endpoint: string, payload: Record<string, unknown>): Request {
  return {
    method: 'POST',
    path: `${endpoint}/request`,
    headers: JSON_BODY,
    body: JSON.stringify(payload),
    write: true,
  };
}

/** Deletes a schedule; both services want the id in a body. */
export function unscheduleOf(endpoint: string, requestId: string): Request {
  const body = JSON.stringify({ requestId });
  return { method: 'DELETE', path: `${endpoint}/request`, headers: JSON_BODY, body, write: true };
}

/** A one-shot computation: expensive, never repeated by itself. */
export function computeOf(endpoint: string, payload: Record<string, unknown>): Request {
  return {
    method: 'POST',
    path: endpoint,
    headers: JSON_BODY,
    body: JSON.stringify(payload),
    minAgeSeconds: 60,
    expensive: true,
  };
}
