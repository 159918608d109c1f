import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { CoreError } from '../core/io.ts';
import { runOver } from './exchange.ts';
import { httpExchange } from './http-exchange.ts';

/** What networks do to replies: the core's sentence, through the driver that Node users have. */

const stops: Array<() => void> = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

async function open(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  stops.push(() => {
    sockets.forEach((socket) => socket.destroy());
    server.close();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  return `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`;
}

/** A reply that arrives has all the time it needs; one that never does is not waited for. */
const PATIENT = 30_000;
const BRIEF = 300;

/** Lists the models of a service that answers like this. */
async function modelsOf(url: string, timeoutMs: number): Promise<unknown> {
  const exchange = httpExchange({ baseUrl: url, timeoutMs });
  try {
    return await runOver(exchange, 'resource', { path: 'models' }, { settings: { dialect: 'java' }, now: 0 });
  } catch (error) {
    expect(error).toBeInstanceOf(CoreError);
    return error instanceof Error ? error.message : '';
  }
}

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const INFO = '{"m":{"data":{"observations":317,"inputSchema":null,"outputSchema":null},"metrics":{}}}';

/** Writes the bytes, one by one, for ever slower than anybody waits. */
function drip(socket: Socket, text: string): void {
  let i = 0;
  const timer = setInterval(() => {
    i += 1;
    socket.write(text.charAt(i % text.length));
  }, 10);
  socket.on('close', () => clearInterval(timer));
  stops.push(() => clearInterval(timer));
}

const raw: Array<[string, (socket: Socket) => void, RegExp]> = [
  ['nothing at all', () => undefined, /did not answer GET \/info in time/],
  ['headers by drips', (socket) => drip(socket, 'HTTP/1.1 200 OK'), /in time|cannot be reached/],
  [
    'a body by drips',
    (socket) => {
      socket.write(`${HEAD}transfer-encoding: chunked\r\n\r\n`);
      drip(socket, '1\r\n{\r\n');
    },
    /did not answer GET \/info in time|cannot be reached at GET \/info/,
  ],
  ['a reset at once', (socket) => socket.resetAndDestroy(), /cannot be reached at GET \/info \(.+\)/],
  [
    'a reset within the body',
    (socket) => {
      socket.write(`${HEAD}content-length: 1000\r\n\r\n${INFO}`);
      setTimeout(() => socket.resetAndDestroy(), 20);
    },
    /cannot be reached at GET \/info \(.+\)/,
  ],
  [
    'an end before the end, though the text is whole by chance',
    (socket) => socket.end(`${HEAD}content-length: 1000\r\n\r\n${INFO}`),
    /cannot be reached at GET \/info \(.+\)/,
  ],
  [
    'chunks without the last one',
    (socket) => socket.end(`${HEAD}transfer-encoding: chunked\r\n\r\n3\r\n{}\n\r\n`),
    /cannot be reached at GET \/info \(.+\)/,
  ],
  ['no HTTP', (socket) => socket.end('220 mail.example.com ESMTP\r\n'), /cannot be reached at GET \/info \(.+\)/],
];

describe('a connection that breaks ends in a sentence', () => {
  it.each(raw)('%s', async (_, answer, sentence) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => answer(socket));
    });
    const endless = sentence.source.includes('in time');
    expect(await modelsOf(await open(server), endless ? BRIEF : PATIENT)).toMatch(sentence);
  });
});

const whole: Array<[string, (request: IncomingMessage, response: ServerResponse) => void, unknown]> = [
  [
    'UTF-8 with a byte order mark is read',
    (_, response) => response.end(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(INFO)])),
    { models: [{ id: 'm', observations: 317 }] },
  ],
  [
    'UTF-16 is not',
    (_, response) => response.end(Buffer.from(INFO, 'utf16le')),
    expect.stringMatching(/^GET \/info did not answer with JSON\. Check/),
  ],
  [
    'a broken character inside a name stays one',
    (_, response) => response.end(Buffer.from(INFO.replace('"m"', '"\xff"'), 'latin1')),
    { models: [{ id: '\uFFFD', observations: 317 }] },
  ],
  [
    'a packed reply that is not',
    (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(INFO),
    expect.stringMatching(/cannot be reached at GET \/info \(.+\)/),
  ],
  [
    'a redirection in circles',
    (_, response) => response.writeHead(302, { location: '/info' }).end(),
    expect.stringMatching(/cannot be reached at GET \/info \(.+\)/),
  ],
  [
    'ten megabytes of something else',
    (_, response) => response.end(`["${'x'.repeat(10_000_000)}"]`),
    expect.stringMatching(/unexpected shape: the reply should be an object and is a list\. Check/),
  ],
  [
    'ten megabytes of an error are a short sentence',
    (_, response) => response.writeHead(500).end('boom '.repeat(2_000_000)),
    expect.stringMatching(
      /^TrustyAI failed at GET \/info \(500\): boom .{200,400}…\. The service's log has the cause\.$/
    ),
  ],
];

describe('a reply that arrives', () => {
  it.each(whole)('%s', async (_, answer, expected) => {
    expect(await modelsOf(await open(createHttpServer(answer)), PATIENT)).toEqual(expected);
  });

  it('ten megabytes of models are ten megabytes of models', async () => {
    const models = Array.from({ length: 100_000 }, (_, i) => `"m${String(i)}":${INFO.slice(5, -1)}`);
    const body = `{${models.join(',')}}`;
    expect(body.length).toBeGreaterThan(9_000_000);
    const exchange = () => Promise.resolve({ status: 200, contentType: 'application/json', body });
    const found = await runOver(exchange, 'resource', { path: 'models' }, { settings: { dialect: 'java' }, now: 0 });
    expect('models' in found ? found.models.length : 0).toBe(100_000);
  });
});
