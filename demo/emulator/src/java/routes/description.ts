import type { Reply, WireRequest } from '../../http/wire.ts';
import { isRecord } from '../../record.ts';
import type { Session } from '../session.ts';
import { downloadRoute } from './download.ts';
import type { Route } from './route.ts';

/** The route of the API description, as YAML or, where asked for, as JSON: clients detect features by its paths. */
export function descriptionRoute(routes: readonly Route[]): Route {
  const handle = (session: Session, request: WireRequest): Reply => {
    const document = describe(routes.filter(({ path }) => session.download || path !== downloadRoute.path));
    return wantsJson(request)
      ? { status: 200, contentType: 'application/json;charset=UTF-8', body: JSON.stringify(document, null, 2) }
      : { status: 200, contentType: 'application/yaml;charset=UTF-8', body: yaml(document, '') };
  };
  return { path: '/q/openapi', methods: { GET: { summary: '', handle } } };
}

function wantsJson({ headers, query }: WireRequest): boolean {
  return query['format']?.toLowerCase() === 'json' || (headers['accept'] ?? '').includes('application/json');
}

function describe(routes: readonly Route[]): object {
  const paths = [...routes].sort((a, b) => (a.path < b.path ? -1 : 1)).map((route) => [route.path, operations(route)]);
  return {
    openapi: '3.0.3',
    info: {
      title: 'explainability-service API',
      description: 'explainability-service API, as an emulator answers it',
      version: '999-SNAPSHOT',
    },
    paths: Object.fromEntries(paths),
  };
}

function operations(route: Route): object {
  const entries = Object.entries(route.methods).map(([method, { summary }]) => [
    method.toLowerCase(),
    { summary, responses: { '200': { description: 'OK' } } },
  ]);
  return Object.fromEntries(entries);
}

/** Nested objects of text as YAML. */
function yaml(value: object, indent: string): string {
  return Object.entries(value)
    .map(([key, inner]: [string, unknown]) => {
      const name = /^\d/.test(key) ? JSON.stringify(key) : key;
      return isRecord(inner)
        ? `${indent}${name}:\n${yaml(inner, `${indent}  `)}`
        : `${indent}${name}: ${scalar(String(inner))}\n`;
    })
    .join('');
}

function scalar(text: string): string {
  return /^[\w.-][\w .-]*$/.test(text) ? text : JSON.stringify(text);
}
