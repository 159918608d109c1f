import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Reply, Request } from '../core/io.ts';
import { httpExchange } from './http-exchange.ts';
import { runOperation } from './node.ts';
import { sharedExchange } from './shared-exchange.ts';

const stops: Array<() => void> = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

async function listen(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(handle);
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  return `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`;
}

const INFO: Request = { method: 'GET', path: '/info', minAgeSeconds: 5 };

describe('httpExchange', () => {
  it('sends method, path, headers and body, and keeps a path in the URL', async () => {
    const baseUrl = await listen((request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ url: request.url, method: request.method, token: request.headers.authorization }));
    });
    const exchange = httpExchange({ baseUrl: `${baseUrl}/below/`, headers: { Authorization: 'Bearer x' } });
    const reply = await exchange({ method: 'POST', path: '/metrics/drift/kstest', body: '{}' });
    expect(reply).toMatchObject({ status: 200, contentType: 'application/json' });
    expect(JSON.parse(reply.body)).toEqual({ url: '/below/metrics/drift/kstest', method: 'POST', token: 'Bearer x' });
  });

  it('maps what can go wrong on the way', async () => {
    expect(await httpExchange({ baseUrl: 'http://127.0.0.1:1' })(INFO)).toMatchObject({
      status: 0,
      error: 'unreachable',
    });
    const silent = await listen(() => undefined);
    expect(await httpExchange({ baseUrl: silent, timeoutMs: 50 })(INFO)).toMatchObject({ status: 0, error: 'timeout' });
    const endless = await listen((_, response) => response.end(Buffer.alloc(17 * 1024 * 1024, 'x')));
    expect(await httpExchange({ baseUrl: endless })(INFO)).toMatchObject({ status: 0, error: 'too large' });
    const wrong = await httpExchange({ baseUrl: 'not a url' })(INFO);
    expect(wrong).toMatchObject({ status: 0, error: 'unreachable' });
  });
});

/** An exchange that answers when told to, and counts. */
function controlled() {
  const pending: Array<{ request: Request; answer: (reply: Partial<Reply>) => Promise<void> }> = [];
  const exchange = (request: Request) =>
    new Promise<Reply>((resolve) => {
      const answer = async (reply: Partial<Reply>) => {
        resolve({ status: 200, contentType: '', body: '', ...reply });
        await new Promise((turn) => setImmediate(turn));
      };
      pending.push({ request, answer });
    });
  return { pending, exchange };
}

const turn = () => new Promise((next) => setImmediate(next));

describe('sharedExchange', () => {
  it('joins identical calls in flight and shares young replies, not old ones', async () => {
    let now = 0;
    const { pending, exchange } = controlled();
    const shared = sharedExchange(exchange, () => now);
    const both = [shared(INFO), shared(INFO)];
    expect(pending).toHaveLength(1);
    await pending[0]?.answer({ body: 'first' });
    expect((await Promise.all(both)).map(({ body }) => body)).toEqual(['first', 'first']);
    now = 4_999;
    expect((await shared(INFO)).body).toBe('first');
    now = 5_000;
    void shared(INFO);
    expect(pending).toHaveLength(2);
  });

  it('keeps no failure', async () => {
    const { pending, exchange } = controlled();
    const shared = sharedExchange(exchange, () => 0);
    const first = shared(INFO);
    await pending[0]?.answer({ status: 500 });
    expect((await first).status).toBe(500);
    void shared(INFO);
    expect(pending).toHaveLength(2);
  });

  it('forgets what was read before or during a write, and never joins two of them', async () => {
    const { pending, exchange } = controlled();
    const shared = sharedExchange(exchange, () => 0);
    const write: Request = { method: 'DELETE', path: '/metrics/drift/kstest/request', body: '{}', write: true };
    const before = shared(INFO);
    const writes = [shared(write), shared(write)];
    expect(pending.map(({ request }) => request.method)).toEqual(['GET', 'DELETE', 'DELETE']);
    void shared(INFO);
    expect(pending).toHaveLength(4);
    await pending[0]?.answer({ body: 'before' });
    expect((await before).body).toBe('before');
    await pending[1]?.answer({});
    await pending[2]?.answer({});
    await Promise.all(writes);
    await pending[3]?.answer({ body: 'during' });
    const after = shared(INFO);
    expect(pending).toHaveLength(5);
    await pending[4]?.answer({ body: 'after' });
    expect((await after).body).toBe('after');
    expect((await shared(INFO)).body).toBe('after');
  });

  it('lets the service rest ten times as long as an expensive call took', async () => {
    let now = 0;
    const { pending, exchange } = controlled();
    const shared = sharedExchange(exchange, () => now);
    const request: Request = { method: 'POST', path: '/metrics/drift/kstest', minAgeSeconds: 60, expensive: true };
    const first = shared(request);
    await turn();
    now = 9_000;
    await pending[0]?.answer({ body: 'first' });
    await first;
    now = 9_000 + 89_999;
    expect((await shared(request)).body).toBe('first');
    now = 9_000 + 90_000;
    void shared(request);
    await turn();
    expect(pending).toHaveLength(2);
  });

  it('lets one expensive call out at a time, and cheap ones past it', async () => {
    const { pending, exchange } = controlled();
    const shared = sharedExchange(exchange, () => 0);
    const expensive = (body: string): Request => ({
      method: 'POST',
      path: '/metrics/drift/kstest',
      body,
      expensive: true,
    });
    void shared(expensive('1'));
    void shared(expensive('2'));
    void shared(INFO);
    await turn();
    expect(pending.map(({ request }) => request.body ?? request.path).sort()).toEqual(['/info', '1']);
    await pending.find(({ request }) => request.body === '1')?.answer({});
    expect(pending.map(({ request }) => request.body)).toContain('2');
  });
});

describe('runOperation', () => {
  it('runs the core against a service and shares its replies between callers', async () => {
    let calls = 0;
    const baseUrl = await listen((request, response) => {
      calls += 1;
      response.statusCode = request.url === '/info' ? 200 : 404;
      response.setHeader('content-type', 'application/json');
      response.end(request.url === '/info' ? '{}' : '{"detail":"Not Found"}');
    });
    const context = { settings: {}, now: Date.now() };
    const health = await runOperation('health', {}, context, { baseUrl });
    expect(health).toMatchObject({
      status: 'ok',
      message: expect.stringMatching(/Java service answers, but knows no model yet/),
    });
    const models = await runOperation('resource', { path: 'models' }, context, { baseUrl });
    expect(models).toMatchObject({ models: [] });
    // Health: /info, /openapi.json, /q/openapi and the schedules; models: /openapi.json again, as failures are not kept.
    expect(calls).toBe(5);
  });
});
