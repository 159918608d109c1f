import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/**
 * Node reads further certificate authorities only at its start, from NODE_EXTRA_CA_CERTS: the command runs itself once
 * more with it.
 * @returns the exit code of that run; undefined where this is already it
 */
export async function withOwnAuthority(ca: string): Promise<number | undefined> {
  const file = resolve(ca);
  if (process.env['NODE_EXTRA_CA_CERTS'] === file) {
    return undefined;
  }
  const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_EXTRA_CA_CERTS: file },
  });
  return await new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => done(code ?? 2));
  });
}
