import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOver } from '../drivers/exchange.ts';
import { CoreError } from './io.ts';
import type { Reply, Request } from './io.ts';

const context = { settings: {}, now: 0 };
const jobs = [
  ['health', {}],
  ['resource', { path: 'models' }],
  ['resource', { path: 'columns', params: { model: 'm' } }],
  ['resource', { path: 'tags', params: { model: 'm' } }],
  ['resource', { path: 'schedules', params: {} }],
  ['query', { query: { refId: 'A', queryType: 'latest' } }],
  ['query', { query: { refId: 'A', queryType: 'models' } }],
  [
    'query',
    { query: { refId: 'A', queryType: 'compute', model: 'm', metric: 'ks', referenceTag: 'T', batchSize: 10 } },
  ],
] as const;

/** Good replies by path; `broken` takes the place of one of them. */
const good: Record<string, unknown> = {
  '/info': {
    m: {
      data: {
        observations: 20,
        inputSchema: { items: { a: { type: 'DOUBLE', name: 'a', index: 0 } }, nameMapping: {} },
        outputSchema: { items: {}, nameMapping: {} },
      },
      metrics: {},
    },
  },
  '/openapi.json': { paths: { '/metrics/drift/kstest': {}, '/metrics/drift/kstest/requests': {} } },
  '/info/tags': { m: { T: 10, _trustyai_unlabeled: 10 } },
  '/metrics/drift/kstest/requests': { requests: [] },
  '/metrics/drift/kstest': { feature_results: { a: { statistic: 0.5, p_value: 0.1 } } },
};

const METRICS = 'trustyai_kstest{modelId="m",subcategory="a",request="r"} 0.5\n';

function reply(body: string, status = 200): Reply {
  return { status, contentType: 'application/json', body };
}

function service(brokenPath: string, broken: Reply) {
  return (request: Request): Promise<Reply> => {
    if (request.path === brokenPath) {
      return Promise.resolve(broken);
    }
    if (request.path === '/q/metrics') {
      return Promise.resolve(reply(METRICS));
    }
    return Promise.resolve(
      request.path in good ? reply(JSON.stringify(good[request.path])) : reply('{"detail":"Not Found"}', 404)
    );
  };
}

/** Damages one value somewhere in a JSON document. */
function damaged(document: unknown): fc.Arbitrary<unknown> {
  const bad = fc.constantFrom<unknown>(null, 7, 'text', [], {}, true, NaN);
  if (typeof document !== 'object' || document === null) {
    return bad;
  }
  const keys = Object.keys(document);
  if (keys.length === 0) {
    return bad;
  }
  return fc.oneof(
    bad,
    fc
      .constantFrom(...keys)
      .chain((key) =>
        damaged(Object.entries(document).find(([name]) => name === key)?.[1]).map((value) =>
          Array.isArray(document)
            ? document.map((one: unknown, i) => (String(i) === key ? value : one))
            : { ...document, [key]: value }
        )
      )
  );
}

const anyReply: fc.Arbitrary<Reply> = fc.record({
  status: fc.constantFrom(200, 200, 200, 204, 301, 400, 401, 403, 404, 405, 422, 500, 501, 502, 503),
  contentType: fc.constantFrom('', 'application/json', 'text/html', 'text/plain'),
  body: fc.oneof(
    fc.json(),
    fc.string(),
    fc.constant(''),
    fc.constant('<html><title>Log in</title></html>'),
    fc.constant('trustyai_x{a="')
  ),
});

const noReply: fc.Arbitrary<Reply> = fc
  .constantFrom('unreachable' as const, 'timeout' as const, 'tls' as const, 'too large' as const, 'cancelled' as const)
  .map((error) => ({ status: 0, contentType: '', body: '', error, errorMessage: 'detail' }));

const paths = [...Object.keys(good), '/q/metrics', '/q/health'];

/** An output, or a sentence; never a fault of our own. */
async function survives(job: (typeof jobs)[number], path: string, broken: Reply): Promise<void> {
  try {
    await runOver(service(path, broken), job[0], job[1], context);
  } catch (error) {
    expect(error).toBeInstanceOf(CoreError);
    expect(String(error)).not.toMatch(/fault of its own|undefined|\[object/);
    expect(String(error)).toMatch(/[.!?]$/);
  }
}

describe('malformed replies end in a sentence', () => {
  it('whatever a proxy or another service answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...jobs), fc.constantFrom(...paths), fc.oneof(anyReply, noReply), survives),
      { numRuns: 800 }
    );
  });

  it('whichever value of a good reply is damaged', async () => {
    const broken = fc
      .constantFrom(...Object.keys(good))
      .chain((path) => damaged(good[path]).map((body) => ({ path, body })));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...jobs), broken, (job, { path, body }) =>
        survives(job, path, reply(JSON.stringify(body)))
      ),
      { numRuns: 800 }
    );
  });
});

describe('each kind of failure has its own sentence', () => {
  const ask = (broken: Reply, path = '/info') =>
    runOver(service(path, broken), 'resource', { path: 'models' }, context);
  it.each<[string, Reply, RegExp]>([
    [
      'down',
      { status: 0, contentType: '', body: '', error: 'unreachable', errorMessage: 'connect ECONNREFUSED' },
      /cannot be reached at GET \/info \(connect ECONNREFUSED\)\. Check the URL/,
    ],
    [
      'slow',
      { status: 0, contentType: '', body: '', error: 'timeout' },
      /did not answer GET \/info in time\. It may still be computing/,
    ],
    [
      'no token',
      { status: 401, contentType: 'text/plain', body: 'Unauthorized' },
      /refused the credentials for GET \/info \(401\)\. Set a valid token/,
    ],
    ['no right', { status: 403, contentType: 'text/plain', body: 'Forbidden' }, /does not allow this account.*\(403\)/],
    [
      'a login page',
      { status: 200, contentType: 'text/html', body: '<!DOCTYPE html><title>Log in</title>' },
      /answered with a web page.*login page\. Check the token/,
    ],
    [
      'a router that cannot reach it',
      { status: 503, contentType: 'text/html', body: '<html>Application is not available</html>' },
      /a proxy or router in front of TrustyAI says that it cannot reach it/,
    ],
    [
      'another service',
      { status: 200, contentType: 'application/json', body: '[1,2]' },
      /unexpected shape: the reply should be an object and is a list/,
    ],
    ['no JSON', { status: 200, contentType: 'text/plain', body: 'hello' }, /did not answer with JSON/],
    [
      'a wrong URL',
      { status: 404, contentType: 'application/json', body: '{"detail":"Not Found"}' },
      /this URL is not that of a TrustyAI service/,
    ],
  ])('%s', async (_, broken, sentence) => {
    await expect(ask(broken)).rejects.toThrow(sentence);
  });

  it('the health-only listener is told from a wrong URL', async () => {
    const healthOnly = (request: Request) =>
      Promise.resolve(
        request.path === '/q/health' ? reply('{"status":"healthy"}') : reply('{"detail":"Not Found"}', 404)
      );
    await expect(runOver(healthOnly, 'resource', { path: 'models' }, context)).rejects.toThrow(/health-only listener/);
  });

  it('health says it without throwing', async () => {
    const down: Reply = { status: 0, contentType: '', body: '', error: 'unreachable' };
    const output = await runOver(service('/info', down), 'health', {}, context);
    expect(output).toEqual({ status: 'error', message: expect.stringContaining('cannot be reached') });
  });

  it('scores asked of the back end are refused in words, as a fault of the query', async () => {
    await expect(
      runOver(service('', reply('')), 'query', { query: { refId: 'A', queryType: 'scores' } }, context)
    ).rejects.toMatchObject({ source: 'plugin', message: expect.stringMatching(/Use the kind "latest"/) });
  });
});
