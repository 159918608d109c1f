/**
 * What a data source meets when its URL is wrong or its service is ill: one path per kind of failure.
 * Run: tsx e2e/broken/service.ts PORT
 */
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';

type Answer = (response: ServerResponse, path: string) => void;

function send(response: ServerResponse, status: number, contentType: string, body: string): void {
  response.writeHead(status, { 'content-type': contentType }).end(body);
}

const openapi = JSON.stringify({
  info: { title: 'TrustyAI Service API', version: '1.0.0rc0' },
  paths: { '/info': {} },
});

const schema = { items: { tempo: { type: 'DOUBLE', name: 'tempo', index: 0 } }, nameMapping: {} };
const healthyInfo = JSON.stringify({
  healthy_model: {
    data: {
      observations: 12,
      inputTensorName: 'input',
      outputTensorName: 'output',
      inputSchema: schema,
      outputSchema: schema,
    },
    metrics: { scheduledMetadata: { metricCounts: {} } },
  },
});

/** A reachable Python service whose `/info` is the given text. */
const python =
  (info: string): Answer =>
  (response, path) => {
    if (path === '/info') {
      send(response, 200, 'application/json', info);
    } else if (path === '/openapi.json') {
      send(response, 200, 'application/json', openapi);
    } else {
      send(response, 404, 'application/json', '{"detail":"Not Found"}');
    }
  };

const answers: Record<string, Answer> = {
  'login-page': (response) => send(response, 200, 'text/html', '<!doctype html><title>Log in</title><form></form>'),
  unauthorized: (response) => send(response, 401, 'text/plain', 'Unauthorized'),
  forbidden: (response) => send(response, 403, 'text/plain', 'Forbidden'),
  'not-found': (response) => send(response, 404, 'text/plain', '404 page not found'),
  'health-only': (response, path) =>
    path === '/q/health'
      ? send(response, 200, 'application/json', '{"status":"healthy","checks":{"readiness":[],"liveness":[]}}')
      : send(response, 404, 'application/json', '{"detail":"Not Found"}'),
  'wrong-shape': python('["not", "an", "info", "object"]'),
  'half-json': python('{"jukebox": {"data": {'),
  'no-models': python('{}'),
  healthy: python(healthyInfo),
};

const port = Number(process.argv[2]);

createServer((request, response) => {
  const [, kind = '', ...rest] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
  const answer = answers[kind];
  if (answer) {
    answer(response, `/${rest.join('/')}`);
  } else {
    send(response, 200, 'text/plain', 'ready');
  }
}).listen(port, '127.0.0.1', () => console.log(`broken services on http://127.0.0.1:${port}`));
