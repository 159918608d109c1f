import type { Route } from './route.ts';

/** The API description: the paths that exist, which is what clients detect features by. */
export function describe(routes: readonly Route[]): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'TrustyAI Service API',
      description: 'TrustyAI Service API, as an emulator answers it',
      version: '1.0.0rc0',
    },
    paths: Object.fromEntries(routes.map((route) => [route.path, operations(route)])),
  };
}

function operations(route: Route): object {
  const parameters = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const entries = Object.entries(route.methods).map(([method, operation]) => [
    method.toLowerCase(),
    {
      summary: operation.summary,
      ...(parameters.length > 0 ? { parameters } : {}),
      ...(method === 'GET' ? {} : { requestBody: { required: true, content: { 'application/json': {} } } }),
      responses: { '200': { description: 'Successful Response' } },
    },
  ]);
  return Object.fromEntries(entries);
}
