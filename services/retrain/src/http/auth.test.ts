import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notice, webhook } from '../testing/alerts.ts';
import { startTestGateway } from '../testing/gateway.ts';
import type { TestGateway } from '../testing/gateway.ts';

const auth = {
  bearer: 'right-token',
  basic: { user: 'grafana', password: 'right: password' },
  hmac: { secret: 'right-secret', header: 'X-Signature', timestampHeader: 'X-Timestamp' },
};
const body = JSON.stringify(webhook([notice()]));
const json = { 'content-type': 'application/json' };

/** As Grafana's contact point signs: hex HMAC-SHA256 of `<timestamp>:<body>`. */
function sign(secret: string, secondsAgo = 0, signed = body) {
  const timestamp = String(Math.floor(Date.now() / 1000) - secondsAgo);
  return {
    'x-signature': createHmac('sha256', secret).update(`${timestamp}:${signed}`).digest('hex'),
    'x-timestamp': timestamp,
  };
}
const basic = (pair: string) => ({ authorization: `Basic ${Buffer.from(pair).toString('base64')}` });

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ auth, rate: { perSecond: 1000, burst: 1000 } });
});
afterAll(() => gateway.close());

async function post(headers: Record<string, string>, sent: string | Buffer = body, path = '/alerts') {
  const response = await fetch(`${gateway.url}${path}`, { method: 'POST', headers, body: sent });
  return { status: response.status, ...JSON.parse(await response.text()) };
}

describe('a secret', () => {
  it.each<[string, Record<string, string>, number]>([
    ['none', {}, 401],
    ['the bearer token', { authorization: 'Bearer right-token' }, 200],
    ['the bearer token, spelled in lower case', { authorization: 'bearer right-token' }, 200],
    ['a wrong bearer token', { authorization: 'Bearer wrong' }, 401],
    ['a beginning of the token', { authorization: 'Bearer right' }, 401],
    ['an empty token', { authorization: 'Bearer ' }, 401],
    ['user and password', basic('grafana:right: password'), 200],
    ['a wrong password', basic('grafana:wrong'), 401],
    ['the password of another user', basic('admin:right: password'), 401],
    ['the token as a password', basic('right-token'), 401],
    ['a signature', sign('right-secret'), 200],
    ['a signature of four minutes ago', sign('right-secret', 240), 200],
    ['a signature of six minutes ago', sign('right-secret', 360), 401],
    ['a signature of the day after', sign('right-secret', -86_400), 401],
    ['a signature with a wrong secret', sign('wrong'), 401],
    ['a signature of another body', sign('right-secret', 0, '{}'), 401],
    ['a signature without its time', { 'x-signature': sign('right-secret')['x-signature'] }, 401],
  ])('%s', async (_, headers, status) => {
    expect((await post({ ...json, ...headers })).status).toBe(status);
  });

  it('is needed for all but metrics and health', async () => {
    const status = async (path: string) => (await fetch(`${gateway.url}${path}`)).status;
    expect(await status('/metrics')).toBe(200);
    expect(await status('/healthz')).toBe(200);
    for (const path of ['/incidents', '/dead-letters', '/nothing']) {
      expect(await status(path)).toBe(401);
    }
  });
});

describe('a call that is refused says why', () => {
  const right = { authorization: 'Bearer right-token' };
  it.each<[string, Record<string, string>, string, { status: number; error: RegExp }]>([
    ['not JSON', { ...right, ...json }, '{', { status: 400, error: /not JSON/ }],
    ['not a webhook', { ...right, ...json }, '[]', { status: 400, error: /not a webhook call/ }],
    ['empty', { ...right, ...json }, '', { status: 400, error: /not a webhook call/ }],
    [
      'text',
      { ...right, 'content-type': 'text/plain' },
      'x',
      { status: 415, error: /Content-Type: application\/json/ },
    ],
    [
      'a form',
      { ...right, 'content-type': 'application/x-www-form-urlencoded' },
      'a=b',
      { status: 415, error: /application\/json/ },
    ],
    ['over a mebibyte', { ...right, ...json }, ' '.repeat(2 ** 20 + 1), { status: 413, error: /over 1 MiB/ }],
  ])('%s', async (_, headers, sent, { status, error }) => {
    expect(await post(headers, sent)).toEqual({ status, error: expect.stringMatching(error) });
  });

  it('an end of a run that is not', async () => {
    const end = (sent: object, id = 'jukebox-0123456789ab') =>
      post({ ...right, ...json }, JSON.stringify(sent), `/runs/${id}/end`);
    expect(await end({ result: 'succeeded' })).toEqual({ status: 404, error: expect.stringMatching(/no run/) });
    expect(await end({ result: 'done' })).toEqual({ status: 400, error: expect.stringMatching(/^result: /) });
  });

  it('an unknown address', async () => {
    expect(await post({ ...right, ...json }, '{}', '/alert')).toEqual({
      status: 404,
      error: expect.stringMatching(/no POST \/alert\./),
    });
  });
});

it('slows callers down, and guessers at once', async () => {
  const slow = await startTestGateway({ auth, rate: { perSecond: 0.01, burst: 3 } });
  try {
    const status = async (token: string) =>
      (await fetch(`${slow.url}/incidents`, { headers: { authorization: `Bearer ${token}` } })).status;
    const statuses = [];
    for (let call = 0; call < 4; call++) {
      statuses.push(await status('right-token'));
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
    const guesses = await Promise.all(Array.from({ length: 60 }, (_, index) => status(`guess-${index}`)));
    expect(guesses.filter((code) => code === 401).length).toBeLessThan(40);
    expect(new Set(guesses)).toEqual(new Set([401, 429]));
  } finally {
    await slow.close();
  }
});
