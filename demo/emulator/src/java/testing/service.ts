import { createEmulator } from '../../emulator.ts';
import type { Emulator, EmulatorOptions } from '../../emulator.ts';

/** A row of the model `m`: the inputs group (0 or 1) and size, and the output outcome (0 or 1). */
export type Row = [group: number, size: number, outcome: number];

/** A Java service with a model `m`, for tests. */
export class TestService {
  readonly emulator: Emulator;
  readonly warnings: string[] = [];
  private calls = 0;

  constructor(options: EmulatorOptions = {}) {
    this.emulator = createEmulator({ ...options, dialect: 'java', warn: (message) => this.warnings.push(message) });
  }

  async get(url: string): Promise<string> {
    return (await this.emulator.app.inject(url)).body;
  }

  async send(method: 'POST' | 'DELETE', url: string, payload: object, headers: Record<string, string> = {}) {
    const reply = await this.emulator.app.inject({ method, url, payload, headers });
    return { status: reply.statusCode, body: reply.body };
  }

  /** The parsed reply of a call that must succeed. */
  async post(url: string, payload: object): Promise<Record<string, unknown>> {
    const { status, body } = await this.send('POST', url, payload);
    if (status !== 200) throw new Error(`${url}: ${status} ${body}`);
    return JSON.parse(body) as Record<string, unknown>;
  }

  async upload(rows: readonly Row[], tag: string, model = 'm') {
    return this.send('POST', '/data/upload', { model_name: model, data_tag: tag, ...halves(rows) });
  }

  /** Rows as both halves of a cloud event: they become inferences. */
  async infer(rows: readonly Row[], model = 'm'): Promise<void> {
    const { request, response } = halves(rows);
    this.calls += 1;
    const event = (kind: string) => ({
      'ce-id': `call ${this.calls}`,
      'ce-type': `org.kubeflow.serving.inference.${kind}`,
      'ce-inferenceservicename': model,
      'content-type': 'application/json',
    });
    await this.send('POST', '/', request, event('request'));
    const { status } = await this.send('POST', '/', response, event('response'));
    if (status !== 204) throw new Error(`The inferences were refused with ${status}.`);
  }

  /** The series of a gauge: labels and value as one line each, the random request id left out. */
  async series(name: string): Promise<string[]> {
    const lines = (await this.get('/q/metrics')).split('\n').filter((line) => line.startsWith(`trustyai_${name}{`));
    return lines.map((line) => line.replace(/request="[^"]*",?/, '').replace(',}', '}'));
  }
}

function halves(rows: readonly Row[]) {
  const inputs = [
    { name: 'in', shape: [rows.length, 2], datatype: 'FP64', data: rows.map(([group, size]) => [group, size]) },
  ];
  const outputs = [
    { name: 'out', shape: [rows.length, 1], datatype: 'INT64', data: rows.map(([, , outcome]) => outcome) },
  ];
  return { request: { inputs }, response: { outputs } };
}
