import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOver } from '../drivers/exchange.ts';
import { context, healthyService, jobs } from '../drivers/healthy-service.ts';
import type { Job } from '../drivers/healthy-service.ts';
import { CoreError } from './io.ts';
import type { Reply, Request } from './io.ts';

const keyOf = ({ method, path }: Request): string => `${method} ${path}`;

/** What a job ends with, and the replies on its way. `broken` takes the place of one of them. */
async function run(job: Job, brokenKey = '', broken?: Reply) {
  const seen = new Map<string, Reply>();
  const service = healthyService(job.dialect);
  const exchange = (request: Request): Promise<Reply> => {
    const key = keyOf(request);
    const answer = key === brokenKey && broken ? broken : service(request);
    seen.set(key, answer);
    return Promise.resolve(answer);
  };
  try {
    return { seen, output: await runOver(exchange, job.operation, job.input, context) };
  } catch (error) {
    return { seen, error };
  }
}

/** Counts, limits and places in time that the core works out; every other number of an output stood in a reply. */
const DERIVED = new Set([
  ...['time', 'timeEnd', 'limit', 'n_reference', 'n_current', 'value over limit', 'verdict'],
  ...['x_min', 'x_max', 'count', 'inferences', 'inputs', 'outputs', 'schedules', 'published'],
]);

interface Numbered {
  name: string;
  values: Iterable<unknown>;
}
const isNumbered = (value: object): value is Numbered => 'values' in value && 'type' in value;

/** The numbers of an output that must have come from the service. */
function measuredIn(output: unknown): number[] {
  if (typeof output === 'number') {
    return [output];
  }
  if (typeof output !== 'object' || output === null) {
    return [];
  }
  if (isNumbered(output)) {
    return DERIVED.has(output.name) ? [] : measuredIn([...output.values]);
  }
  return Object.entries(output).flatMap(([key, value]) =>
    DERIVED.has(key) || key === 'config' || key === 'contract' ? [] : measuredIn(value)
  );
}

const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g;

/** Every number that stands somewhere in a text, however it is cut out of it. */
function numbersIn(replies: Iterable<Reply>): Set<number> {
  const found = new Set<number>();
  for (const { body } of replies) {
    for (const [token] of body.matchAll(NUMBER)) {
      found.add(Number(token)).add(Math.abs(Number(token)));
    }
    // A model without data, or with an error in its place, has no rows.
    if (body.includes('"data":null') || body.includes('"error":"')) {
      found.add(0);
    }
    if (/Inf/.test(body)) {
      found.add(Infinity).add(-Infinity);
    }
  }
  return found;
}

/** A result whose numbers all stood in what the service said, or a sentence; never a fault of our own. */
async function holds(job: Job, key: string, broken?: Reply, known: readonly Reply[] = []): Promise<void> {
  const { output, error, seen } = await run(job, key, broken);
  if (error !== undefined) {
    expect(error).toBeInstanceOf(CoreError);
    expect(String(error)).not.toMatch(/fault of its own|undefined|\[object/);
    expect(String(error)).toMatch(/[.!?]$/);
    return;
  }
  const allowed = numbersIn(known.length > 0 ? known : seen.values());
  const invented = measuredIn(output).filter((value) => !Number.isNaN(value) && !allowed.has(value));
  expect(invented).toEqual([]);
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

/** A place in a text, as a share of its length: shrinks towards the beginning. */
const place = fc.integer({ min: 0, max: 9_999 }).map((share) => share / 10_000);
const at = (text: string, share: number) => Math.floor(text.length * share);

/** Replaces one of the tokens that a pattern finds. */
function swapped(body: string, pattern: RegExp, share: number, by: string): string {
  const tokens = [...body.matchAll(pattern)];
  const token = tokens[Math.floor(tokens.length * share)];
  return token === undefined ? body : body.slice(0, token.index) + by + body.slice(token.index + token[0].length);
}

/** Lists, dates and digits that `Number` or `JSON.parse` might read as something else than they are. */
const hostileNumbers = [
  ...['1e308', '1e999', '-1e999', '1e-400', '9007199254740993', '123456789012345678901234567890', '-0', '00'],
  ...['0x10', '0b11', '1_000', '1,5', '--1', '1.2.3', '\u0663', 'NaN', 'Infinity', 'null', '"7"', '[7]', 'true', ''],
];
const hostileNames = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'],
  ...['', ' ', 'length', 'NaN', '\\u0000', '\\ud800', '\\"', '😀', 'a'.repeat(10_000)],
];

/** As a text arrives that was written in another encoding than it is read in, or was broken on the way. */
const encodings: Array<(body: string, share: number) => string> = [
  (body) => `\uFEFF${body}`,
  (body) => [...body].map((char) => `${char}\u0000`).join(''),
  (body) => `\uFFFD\uFFFD${[...body].map((char) => `\u0000${char}`).join('')}`,
  (body) => Buffer.from(body, 'utf16le').toString('latin1'),
  (body) => Buffer.from(body).toString('base64'),
  (body, share) => `${body.slice(0, at(body, share))}\ud83d${body.slice(at(body, share))}`,
  (body, share) => `${body.slice(0, at(body, share))}\uFFFD${body.slice(at(body, share) + 1)}`,
  (body, share) => `${body.slice(0, at(body, share))}\u0000${body.slice(at(body, share) + 1)}`,
  (body) => body.replaceAll('"', '\u201d'),
  (body) => body.replaceAll('\n', '\r\n'),
];

const edits: Array<(body: string, share: number) => string> = [
  (body, share) => body.slice(0, at(body, share)) + body.slice(at(body, share) + 1),
  (body, share) => body.slice(0, at(body, share)) + '7' + body.slice(at(body, share)),
  (body, share) => body.slice(0, at(body, share)) + '"' + body.slice(at(body, share)),
  (body, share) => body.slice(0, at(body, share)) + '{' + body.slice(at(body, share) + 1),
  (body, share) => body.slice(0, at(body, share)) + body.slice(0, at(body, share)),
  (body) => body + body,
];

/** A job, one of the calls that it makes, and the good reply to it. */
interface Target {
  job: Job;
  key: string;
  good: Reply;
  all: Reply[];
}
const targets: Target[] = [];
for (const job of jobs) {
  const { seen } = await run(job);
  targets.push(...[...seen].map(([key, good]) => ({ job, key, good, all: [...seen.values()] })));
}
const target = fc.constantFrom(...targets);

/** So many cases in which the body of a good reply is changed. */
async function changed<T>(numRuns: number, how: fc.Arbitrary<T>, change: (body: string, how: T) => string) {
  await fc.assert(
    fc.asyncProperty(target, how, ({ job, key, good }, one) =>
      holds(job, key, { ...good, body: change(good.body, one) })
    ),
    { numRuns }
  );
}

describe('malformed replies end in a sentence, and never in a number that nobody sent', () => {
  it('a healthy service gives none, but where its dialect has nothing to say', async () => {
    expect(jobs.length).toBeGreaterThan(40);
    const failed: string[] = [];
    for (const job of jobs) {
      const { error } = await run(job);
      await holds(job, '', undefined);
      if (error !== undefined) {
        failed.push(`${job.dialect} ${job.name}`);
      }
    }
    expect(failed).toEqual(['python distribution', 'python rows']);
  });

  it('whatever a proxy or another service answers', async () => {
    await fc.assert(
      fc.asyncProperty(target, fc.oneof(anyReply, noReply), ({ job, key }, broken) => holds(job, key, broken)),
      { numRuns: 1200 }
    );
  });

  it('wherever a good reply is cut off: numbers are whole or missing', async () => {
    /** Anywhere, or after some digits of a number: half a number is another. */
    const cut = (body: string, share: number, inside: boolean): string => {
      const tokens = inside ? [...body.matchAll(NUMBER)] : [];
      const token = tokens[Math.floor(tokens.length * share)];
      return body.slice(0, token === undefined ? at(body, share) : token.index + Math.ceil(token[0].length / 2));
    };
    await fc.assert(
      fc.asyncProperty(target, place, fc.boolean(), ({ job, key, good, all }, share, inside) =>
        holds(job, key, { ...good, body: cut(good.body, share, inside) }, all)
      ),
      { numRuns: 1800 }
    );
  });

  it('whichever value of a good reply is damaged', async () => {
    const documents = targets.filter(({ good }) => good.body.startsWith('{') || good.body.startsWith('['));
    const broken = fc
      .constantFrom(...documents)
      .chain((one) => damaged(JSON.parse(one.good.body)).map((document) => ({ ...one, document })));
    await fc.assert(
      fc.asyncProperty(broken, ({ job, key, good, document }) =>
        holds(job, key, { ...good, body: JSON.stringify(document) })
      ),
      { numRuns: 1500 }
    );
  });

  it('whichever number is not what it looks like', async () => {
    const how = fc.tuple(place, fc.constantFrom(...hostileNumbers));
    await changed(1200, how, (body, [share, by]) => swapped(body, NUMBER, share, by));
  });

  it('whichever name is one that objects have of themselves', async () => {
    const how = fc.tuple(place, fc.constantFrom(...hostileNames));
    await changed(800, how, (body, [share, by]) => swapped(body, /"(?:[^"\\]|\\.)*"/g, share, `"${by}"`));
  });

  it('whatever encoding it was written in', async () => {
    await changed(600, fc.tuple(place, fc.constantFrom(...encodings)), (body, [share, encode]) => encode(body, share));
  });

  it('whichever character is missing, doubled or wrong', async () => {
    await changed(1000, fc.tuple(place, fc.constantFrom(...edits)), (body, [share, edit]) => edit(body, share));
  });
});

function reply(body: string, status = 200): Reply {
  return { status, contentType: 'application/json', body };
}

describe('each kind of failure has its own sentence', () => {
  const service = (broken: Reply) => (request: Request) =>
    Promise.resolve(request.path === '/info' ? broken : healthyService('python')(request));
  const ask = (broken: Reply) => runOver(service(broken), 'resource', { path: 'models' }, context);
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
  ])('%s', async (_, broken, sentence) => {
    await expect(ask(broken)).rejects.toThrow(sentence);
  });

  it('a wrong URL', async () => {
    const nothing = () => Promise.resolve(reply('{"detail":"Not Found"}', 404));
    await expect(runOver(nothing, 'resource', { path: 'models' }, context)).rejects.toThrow(
      /this URL is not that of a TrustyAI service/
    );
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
    const output = await runOver(service(down), 'health', {}, context);
    expect(output).toEqual({ status: 'error', message: expect.stringContaining('cannot be reached') });
  });

  it('scores asked of the back end are refused in words, as a fault of the query', async () => {
    await expect(
      runOver(service(reply('{}')), 'query', { query: { refId: 'A', queryType: 'scores' } }, context)
    ).rejects.toMatchObject({ source: 'downstream', message: expect.stringMatching(/Use the kind "latest"/) });
  });
});
