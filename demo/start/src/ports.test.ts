import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isFree, nextFree, pickPorts } from './ports.ts';

const servers: Server[] = [];

function listen(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    servers.push(server);
    server.listen(port, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

afterEach(() => servers.splice(0).forEach((server) => server.close()));

describe('ports', () => {
  it('sees that a port is busy, and free again afterwards', async () => {
    const port = await listen(0);
    expect(await isFree(port)).toBe(false);
    await new Promise((resolve) => servers[0]?.close(resolve));
    expect(await isFree(port)).toBe(true);
  });

  it('goes past busy and promised ports', async () => {
    const busy = await listen(0);
    const next = await nextFree(busy);
    expect(next).toBeGreaterThan(busy);
    expect(await nextFree(busy, new Set([next]))).toBeGreaterThan(next);
  });

  it('gives each part a port of its own, never the page’s, and says what it moved', async () => {
    const said: string[] = [];
    const ports = await pickPorts([9090], (line) => said.push(line));
    expect(new Set([9090, ...Object.values(ports)]).size).toBe(8);
    expect(said.join('\n')).toContain(`Port 9090 is busy: prometheus takes ${ports.prometheus}.`);
  });
});
