import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { token } from './testing/config.ts';
import { makeJournalFolder } from './testing/folder.ts';
import { until } from './testing/gateway.ts';
import { startStub } from './testing/stub.ts';

/** The container's one file, built as package.json says. */
const program = join(makeJournalFolder(), 'soundcheck-retrain.cjs');
beforeAll(() => {
  const folder = resolve(import.meta.dirname, '..');
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const [command = '', ...args] = String(scripts.build).split(' ');
  const here = args.map((arg) => arg.replace(/^--outfile=.*/, `--outfile=${program}`));
  execFileSync(join(folder, 'node_modules/.bin', command), here, { cwd: folder });
});

function writeConfig(listen: string): string {
  const folder = makeJournalFolder();
  const file = join(folder, 'retrain.yaml');
  const targets = 'targets: [{ http: { url: "http://127.0.0.1:1/" } }]';
  writeFileSync(
    file,
    `listen: ${listen}\njournal: ${folder}\nauth: { bearer: "\${RETRAIN_TEST_TOKEN}" }\n${targets}\n`
  );
  return file;
}

function run(args: string[], environment: Record<string, string> = {}, file = program) {
  const env = { ...process.env, ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

it('checks a configuration', () => {
  const file = writeConfig('127.0.0.1:0');
  expect(run(['--check', '--config', file], { RETRAIN_TEST_TOKEN: token })).toEqual({
    status: 0,
    stdout: `${file} is right.\n`,
    stderr: '',
  });
});

it('starts from its source too', () => {
  const bin = resolve(import.meta.dirname, '../bin/soundcheck-retrain.mjs');
  expect(run(['--help'], {}, bin)).toMatchObject({ status: 0, stdout: expect.stringContaining('--config FILE') });
});

it('refuses to start without its secret, in a sentence', () => {
  const file = writeConfig('127.0.0.1:0');
  expect(run(['--config', file])).toEqual({
    status: 2,
    stdout: '',
    stderr: `${file}: auth.bearer needs the environment variable RETRAIN_TEST_TOKEN, which is not set. Set it and start again.\n`,
  });
});

it('explains itself when called wrongly', () => {
  expect(run(['--confg', 'x'])).toMatchObject({ status: 2, stderr: expect.stringContaining('--config FILE') });
});

it('says that its port is taken', async () => {
  const other = await startStub(() => ({ status: 200 }));
  const address = other.url.replace('http://', '');
  const child = spawn(process.execPath, [program, '--config', writeConfig(address)], {
    env: { ...process.env, RETRAIN_TEST_TOKEN: token },
  });
  let said = '';
  child.stderr.on('data', (data) => (said += data));
  const [code] = await once(child, 'exit');
  await other.close();
  expect(code).toBe(2);
  expect(said).toContain(`The gateway cannot listen on ${address}: `);
});

it('ends well on SIGTERM and keeps secrets out of its log', async () => {
  const file = writeConfig('127.0.0.1:0');
  const child = spawn(process.execPath, [program, '--config', file], {
    env: { ...process.env, RETRAIN_TEST_TOKEN: token },
  });
  let log = '';
  child.stdout.on('data', (data) => (log += data));
  const url = await until(() => /Server listening at (http:\/\/[\d.:]+)/.exec(log)?.[1]);
  await fetch(`${url}/incidents`, { headers: { authorization: `Bearer ${token}` } });
  expect((await fetch(`${url}/incidents`, { headers: { authorization: 'Bearer a-wrong-secret' } })).status).toBe(401);
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect(log).toContain('"status":401');
  expect(log).not.toContain(token);
  expect(log).not.toContain('a-wrong-secret');
  for (const line of log.trim().split('\n')) {
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), msg: expect.any(String) });
  }
});
