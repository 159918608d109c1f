import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { makeJournalFolder } from '../testing/folder.ts';
import { startStub } from '../testing/stub.ts';
import type { Reply, Stub } from '../testing/stub.ts';
import { httpTarget } from './http.ts';
import type { HttpOptions } from './http.ts';
import { CallFailure } from './target.ts';
import type { Order } from './target.ts';
import { fillJson, fillUrl, unknownPlaceholders } from './template.ts';

const order: Order = {
  runId: 'jukebox-0123456789ab',
  namespace: 'prod',
  model: 'jukebox "1"',
  modelVersion: 'v1',
  features: ['energy', 'tempo'],
  incident: { id: '', namespace: '', model: '', modelVersion: '', openedAt: 0, alerts: [], annotated: [] },
};

let stub: Stub | undefined;
afterEach(async () => {
  await stub?.close();
  stub = undefined;
});

async function start(reply: Reply | 'hang up', options: Partial<HttpOptions> = {}) {
  stub = await startStub(() => reply);
  const { url } = stub;
  const all = { method: 'POST', url: `${url}/train`, headers: {}, idempotent: true, credentials: {}, ...options };
  return httpTarget(all)
    .start(order)
    .then(() => 'started')
    .catch((error: unknown) => (error instanceof CallFailure ? error.failure.kind : 'thrown'));
}

describe('an answer', () => {
  it.each<[Reply['status'] | 'hang up', boolean, string]>([
    [200, true, 'started'],
    [202, false, 'started'],
    // It knows the run id.
    [409, true, 'started'],
    [409, false, 'refused'],
    [400, true, 'final'],
    [422, false, 'final'],
    [401, true, 'refused'],
    [404, true, 'refused'],
    [429, false, 'refused'],
    [302, true, 'refused'],
    [500, true, 'unclear'],
    [503, false, 'unclear'],
    ['hang up', true, 'unclear'],
  ])('%s, from a target that removes doubles: %s, means: %s', async (status, idempotent, meaning) => {
    expect(await start(status === 'hang up' ? status : { status }, { idempotent })).toBe(meaning);
  });

  it('that cannot come, since nobody listens or the name is unknown, means that nothing was sent', async () => {
    const gone = await startStub(() => ({ status: 200 }));
    await gone.close();
    expect(await start({ status: 200 }, { url: gone.url })).toBe('refused');
    expect(await start({ status: 200 }, { url: 'http://name.invalid/' })).toBe('refused');
  });
});

it('sends the template, the headers and a token that is read at each call', async () => {
  const tokenFile = join(makeJournalFolder(), 'token');
  writeFileSync(tokenFile, 'from-a-file\n');
  const body = '{"what": "{{ model }}", "of": "{{features}}", "text": "as {{runId}}: {{features}}"}';
  await start({ status: 200 }, { method: 'PUT', body, headers: { 'x-team': 'ml' }, credentials: { tokenFile } });
  const [call] = stub?.received ?? [];
  expect(call).toMatchObject({ method: 'PUT', url: '/train' });
  expect(call?.headers).toMatchObject({
    'x-team': 'ml',
    authorization: 'Bearer from-a-file',
    'idempotency-key': order.runId,
    'content-type': 'application/json',
  });
  expect(JSON.parse(call?.body ?? '')).toEqual({
    what: 'jukebox "1"',
    of: ['energy', 'tempo'],
    text: 'as jukebox-0123456789ab: energy,tempo',
  });
});

it('fills any text into JSON and into an address without breaking out of its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (model) => {
      expect(JSON.parse(fillJson('{"a": "x{{model}}y", "b": 1}', { model }))).toEqual({ a: `x${model}y`, b: 1 });
    })
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (model) => {
      expect(new URL(fillUrl('http://h/a?m={{model}}&n=1', { model })).searchParams.get('m')).toBe(model);
    })
  );
});

it('names placeholders that there are not', () => {
  expect(unknownPlaceholders('{{model}} {{ Model }} {{run}}', ['model'])).toEqual(['Model', 'run']);
});
