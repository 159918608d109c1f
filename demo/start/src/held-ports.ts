import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { Ports } from './ports.ts';

type Name = keyof Ports;

/**
 * Keeps the ports of parts that do not run yet, so that no other program takes them meanwhile, and answers there in
 * words: whoever asks a part that is still being built is told so. The answer is 503, in the form of Prometheus' errors.
 */
export class HeldPorts {
  private readonly servers = new Map<Name, Server>();
  private readonly sentences = new Map<Name, string>();

  /** @throws where one of the ports is busy */
  async hold(ports: Ports): Promise<void> {
    const names: Name[] = ['emulator', 'model', 'prometheus', 'alertmanager', 'loki'];
    await Promise.all(names.map((name) => this.listen(name, ports[name])));
  }

  /** What is answered at the port of a part from now on. */
  tell(name: Name, sentence: string): void {
    this.sentences.set(name, sentence);
  }

  /** Makes way for the part itself. */
  async release(name: Name): Promise<void> {
    const server = this.servers.get(name);
    this.servers.delete(name);
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }

  private listen(name: Name, port: number): Promise<void> {
    const server = createServer((_request, response) => {
      const error = this.sentences.get(name) ?? 'This part of the demo is starting. Try again in a few seconds.';
      response.writeHead(503, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: 'error', errorType: 'unavailable', error }));
    });
    this.servers.set(name, server);
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => resolve());
    });
  }
}
