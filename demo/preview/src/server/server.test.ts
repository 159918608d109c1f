import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildServer } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'preview-'));
let server: FastifyInstance;
let upstream: Server;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

beforeAll(async () => {
  upstream = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    const { authorization, 'x-scope-orgid': tenant } = request.headers;
    response.end(JSON.stringify({ path: request.url, authorization, tenant }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => upstream.once('listening', resolve));
  const address = upstream.address() as AddressInfo;
  process.env['PREVIEW_TEST_URL'] = `http://127.0.0.1:${address.port}`;
  write(
    'provisioning/datasources/all.yaml',
    `datasources:
  - { name: Prom, type: prometheus, uid: prom, url: $PREVIEW_TEST_URL, jsonData: { httpHeaderName1: Authorization }, secureJsonData: { httpHeaderValue1: Bearer secret } }
  - { name: Logs, type: loki, uid: logs, url: $PREVIEW_TEST_URL, jsonData: { httpHeaderName1: X-Scope-OrgID }, secureJsonData: { httpHeaderValue1: one } }
  - { name: Down, type: prometheus, uid: down, url: 'http://127.0.0.1:1' }
  - { name: Trusty, type: soundcheck-trustyai-datasource, uid: trusty, url: $PREVIEW_TEST_URL }
`
  );
  write('provisioning/datasources/broken.yaml', 'datasources: [{ name: Without uid, type: prometheus }]');
  write(
    'provisioning/dashboards/all.yaml',
    `providers:
  - { name: container, folder: One, type: file, options: { path: /etc/grafana/provisioning/dashboards/one } }
  - { name: variable, folder: Two, type: file, options: { path: $GF_PATHS_PROVISIONING/dashboards/two } }
`
  );
  write('provisioning/dashboards/one/a.json', '{ "uid": "a", "title": "First one!" }');
  write('provisioning/dashboards/two/b.json', '{ "uid": "b", "title": "Second" }');
  write('provisioning/dashboards/two/broken.json', '{ "uid": ');
  write('more/dashboards/more.yaml', 'providers: [{ name: more, folder: More, options: { path: dashboards/more } }]');
  write('more/dashboards/more/c.json', '{ "uid": "c", "title": "Third" }');
  write('page/index.html', '<script type="application/json">%BOOT_DATA%</script>');
  write('page/assets/x.js', '');
  server = await buildServer({
    port: 0,
    provisioning: [join(folder, 'provisioning'), join(folder, 'more')],
    plugins: [join(folder, 'not-built')],
    page: join(folder, 'page'),
  });
});

afterAll(async () => {
  await server.close();
  upstream.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers = {}) => server.inject({ url, headers: { host: 'localhost', ...headers } });

test('dashboards are found by the container path and by the variable, in each provisioning folder, with their folders', async () => {
  const hits = (await get('/api/search')).json();
  expect(hits).toEqual([
    expect.objectContaining({ uid: 'a', folderTitle: 'One', url: '/d/a/first-one' }),
    expect.objectContaining({ uid: 'b', folderTitle: 'Two' }),
    expect.objectContaining({ uid: 'c', folderTitle: 'More' }),
  ]);
  expect((await get('/api/dashboards/uid/b')).json().dashboard.title).toBe('Second');
});

test('files are read anew at each request', async () => {
  write('provisioning/dashboards/one/new.json', '{ "uid": "new", "title": "New" }');
  expect((await get('/api/dashboards/uid/new')).statusCode).toBe(200);
  rmSync(join(folder, 'provisioning/dashboards/one/new.json'));
  const gone = await get('/api/dashboards/uid/new');
  expect(gone.statusCode).toBe(404);
  expect(gone.json().message).toMatch(/No dashboard has the uid "new"/);
});

test('each file that cannot be read gets a sentence with its path', async () => {
  const { problems } = (await get('/api/health')).json();
  expect(problems).toEqual([
    expect.stringMatching(/not-built holds no built plugin/),
    expect.stringMatching(/broken\.yaml cannot be read: .*uid/),
    expect.stringMatching(/broken\.json is no dashboard/),
  ]);
});

test("the proxy passes on Prometheus' read API with the provisioned secret, and nothing else", async () => {
  const passed = await get('/api/datasources/proxy/uid/prom/api/v1/query?query=up');
  expect(passed.json()).toEqual({ path: '/api/v1/query?query=up', authorization: 'Bearer secret' });
  for (const path of [
    'prom/api/v1/admin/tsdb/snapshot',
    'prom/api/v1/query/../admin/x',
    'prom/-/quit',
    'trusty/info',
  ]) {
    const refused = await get(`/api/datasources/proxy/uid/${path}`);
    expect([path, refused.statusCode]).toEqual([path, 403]);
    expect(refused.json().message).toMatch(/data proxy/);
  }
});

test("the proxy passes on Loki's read API with the tenant, and nothing else", async () => {
  const passed = await get('/api/datasources/proxy/uid/logs/loki/api/v1/query_range?query=x');
  expect(passed.json()).toEqual({ path: '/loki/api/v1/query_range?query=x', tenant: 'one' });
  for (const path of ['loki/api/v1/push', 'loki/api/v1/delete', 'flush', 'api/v1/query']) {
    expect([path, (await get(`/api/datasources/proxy/uid/logs/${path}`)).statusCode]).toEqual([path, 403]);
  }
  const health = (await get('/api/datasources/uid/logs/health')).json();
  expect(health).toEqual({ status: 'OK', message: 'Loki answers queries.' });
});

test('an upstream that is down is a 502 with a sentence', async () => {
  const reply = await get('/api/datasources/proxy/uid/down/api/v1/query?query=up');
  expect(reply.statusCode).toBe(502);
  expect(reply.json().message).toMatch(/Down does not answer at http:\/\/127\.0\.0\.1:1/);
});

test('no secret reaches the page', async () => {
  const boot = (await get('/d/a')).body;
  expect(boot).toContain('"uid":"prom"');
  expect(boot + (await get('/api/datasources/uid/prom')).body).not.toContain('secret"');
  expect((await get('/api/datasources/uid/prom')).json().secureJsonFields).toEqual({ httpHeaderValue1: true });
});

test('queries fail one by one', async () => {
  const queries = [
    { refId: 'A', queryType: 'models', datasource: { uid: 'trusty' } },
    { refId: 'B', datasource: { uid: 'nowhere' } },
  ];
  const payload = { queries, from: '0', to: '1' };
  const reply = await server.inject({ method: 'POST', url: '/api/ds/query', headers: { host: 'localhost' }, payload });
  expect(reply.statusCode).toBe(207);
  const { results } = reply.json();
  expect(results.A.error).toBeTypeOf('string');
  expect(results.B).toMatchObject({ status: 404, error: expect.stringMatching(/nowhere/) });
});

test('a resource that changes the service wants POST and the setting', async () => {
  const url = '/api/datasources/uid/trusty/resources/schedules/create';
  const posted = await server.inject({ method: 'POST', url, headers: { host: 'localhost' }, payload: {} });
  expect(posted.statusCode).toBe(403);
  expect(posted.json().message).toMatch(/switched off in the settings of/);
  expect((await get(url)).statusCode).toBe(404);
});

test('annotations are written and found by tags and time', async () => {
  const write = (payload: object, headers = {}) =>
    server.inject({ method: 'POST', url: '/api/annotations', headers: { host: 'localhost', ...headers }, payload });
  const tags = ['soundcheck', 'model:m', 'run:1'];
  expect((await write({ time: 1000, timeEnd: 5000, text: 'training', tags })).json().id).toBe(1);
  await write({ time: 9000, text: 'later', tags: ['soundcheck'] });
  const found = async (query: string) =>
    (await get(`/api/annotations?${query}`)).json().map(({ text }: { text: string }) => text);
  expect(await found('tags=soundcheck')).toEqual(['later', 'training']);
  expect(await found('tags=soundcheck&tags=model:m')).toEqual(['training']);
  expect(await found('tags=nobody&tags=model:m&matchAny=true')).toEqual(['training']);
  expect(await found('tags=soundcheck&from=4000&to=8000')).toEqual(['training']);
  expect(await found('tags=soundcheck&limit=1')).toEqual(['later']);
  expect((await write({ time: 'soon', text: 'x' })).json().message).toMatch(/cannot be read: time/);
  process.env['SOUNDCHECK_GRAFANA_TOKEN'] = 'right';
  try {
    expect((await write({ text: 'x' }, { authorization: 'Bearer wrong' })).statusCode).toBe(401);
    expect((await write({ text: 'x' }, { authorization: 'Bearer right' })).statusCode).toBe(200);
  } finally {
    delete process.env['SOUNDCHECK_GRAFANA_TOKEN'];
  }
});

test('other host names are refused', async () => {
  expect((await get('/api/search', { host: 'evil.example' })).statusCode).toBe(403);
});
