import { createEmulator } from '../emulator.ts';
import type { DialectName } from '../dialect.ts';
import type { Emulator, EmulatorOptions } from '../emulator.ts';
import type { Filler } from './step.ts';
import { Ids } from './ids.ts';
import type { Exchange } from './recordings.ts';
import type { Step } from './step.ts';

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

/** Plays exchanges and the steps between them against an emulator whose clock stands. */
export class Player {
  readonly ids = new Ids();
  private time = Date.parse('2026-11-23T05:35:00Z');
  private readonly dialect: DialectName;
  private emulator: Emulator;

  constructor(dialect: DialectName) {
    this.dialect = dialect;
    this.emulator = this.start();
  }

  async prepare(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      if (step.do === 'time') this.time = step.at;
      else if (step.do === 'tick') this.emulator.tick();
      else if (step.do === 'restart') this.emulator.restart(step.switches);
      else if (step.do === 'fresh') this.emulator = this.start(step.options);
      else if (step.do === 'unschedule') await this.unschedule(step.metric, step.model);
      else await this.fill(step.call);
    }
  }

  async send(exchange: Exchange): Promise<Answer> {
    const { method, path, headers, body } = exchange;
    // Ids in the request were given out by the real service: ours go in their place. Compressed bodies hold none.
    const packed = headers['content-encoding'] !== undefined;
    const payload = body === undefined || packed ? body : Buffer.from(this.ids.translate(body.toString('utf8')));
    const reply = await this.emulator.app.inject({
      method,
      url: this.ids.translate(path),
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: reply.statusCode, headers: reply.headers, body: reply.body };
  }

  private async fill({ method, path, headers, body }: Filler): Promise<void> {
    const all = { 'content-type': 'application/json', ...headers };
    await this.emulator.app.inject({ method, url: path, headers: all, payload: JSON.stringify(body) });
  }

  private async unschedule(metric: string, model: string): Promise<void> {
    const { app } = this.emulator;
    const list = (await app.inject(`/metrics/${metric}/requests`)).json<{
      requests: Array<{ id: string; request: { modelId: string } }>;
    }>();
    for (const { id, request } of list.requests) {
      if (request.modelId !== model) continue;
      await this.fill({ method: 'DELETE', path: `/metrics/${metric}/request`, body: { requestId: id } });
    }
  }

  private start(options: EmulatorOptions = {}): Emulator {
    return createEmulator({ ...options, dialect: this.dialect, clock: { now: () => this.time } });
  }
}
