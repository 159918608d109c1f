import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../run-command.ts';

const program = join(root, '.cache/bin/loki');
export const hasLoki = existsSync(program);
if (!hasLoki) {
  console.warn('Skipped: nothing about logs is held against a real Loki. npm start builds it into .cache/bin.');
}

export interface RealLoki {
  url: string;
  stop(): Promise<void>;
}

/** A Loki of its own with the configuration of `npm start`, on free ports and an empty folder. */
export async function startLoki(): Promise<RealLoki> {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-loki-'));
  const [port, grpcPort] = await freePorts();
  const config = join(folder, 'loki.yml');
  writeFileSync(config, node('demo/start/src/config/loki-main.ts', [join(folder, 'data'), `${port}`, `${grpcPort}`]));
  const child = spawn(program, [`-config.file=${config}`], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await ready(child, `${url}/ready`);
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs a TypeScript file of the repository to its end and returns what it prints. */
export function node(file: string, args: string[]): string {
  return execFileSync(process.execPath, ['--import', 'tsx', join(root, file), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  while (child.exitCode === null) {
    const reply = await fetch(url).catch(() => undefined);
    if (reply?.ok) {
      return;
    }
    await sleep(100);
  }
  throw new Error(`Loki ended before it was ready (exit code ${child.exitCode}).`);
}

/** Two ports that were free a moment ago; both are open at once, so that they differ. */
async function freePorts(): Promise<[number, number]> {
  const servers = await Promise.all(
    [0, 0].map(
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
        })
    )
  );
  const [first = 0, second = 0] = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return [first, second];
}
