import { createServer } from 'node:net';
import { Sentence } from './sentence.ts';

/** Whether a server could listen on 127.0.0.1:`port` now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * The first free port from `wanted` upwards that is not in `taken`.
 * @throws Sentence where a hundred in a row are busy
 */
export async function nextFree(wanted: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = wanted; port < Math.min(wanted + 100, 65536); port++) {
    if (!taken.has(port) && (await isFree(port))) {
      return port;
    }
  }
  throw new Sentence(
    `No free port from ${wanted} to ${wanted + 99} on 127.0.0.1. Stop some of the programs that listen there.`
  );
}

/** Ports of the parts behind the page. */
export interface Ports {
  emulator: number;
  model: number;
  prometheus: number;
  alertmanager: number;
  loki: number;
  /** The retraining gateway, and the stand-in for a training pipeline behind it. */
  gateway: number;
  trainer: number;
}

/** In the order in which they are picked. */
export const portNames = ['emulator', 'model', 'prometheus', 'alertmanager', 'loki', 'gateway', 'trainer'] as const;

const wanted: Ports = {
  emulator: 8081,
  model: 8082,
  prometheus: 9090,
  alertmanager: 9093,
  loki: 3100,
  gateway: 8090,
  trainer: 8091,
};

/**
 * Picks a port for each part: its usual one, else the next free.
 * @param taken ports that are promised already
 * @param say told in words of each part that does not get its usual port
 */
export async function pickPorts(taken: number[], say: (line: string) => void): Promise<Ports> {
  const promised = new Set(taken);
  const picked = { ...wanted };
  for (const name of portNames) {
    picked[name] = await nextFree(wanted[name], promised);
    promised.add(picked[name]);
    if (picked[name] !== wanted[name]) {
      say(`Port ${wanted[name]} is busy: ${name} takes ${picked[name]}.`);
    }
  }
  return picked;
}
