import { randomUUID } from 'node:crypto';
import { inputTensors, outputTensor } from '../trustyai/upload.ts';
import type { LiveScenario } from '../files/scenario-file.ts';
import type { Row } from '../scenario.ts';

/** Sends one inference to the TrustyAI service; undefined where it was taken, else why not. */
export type Deliver = (row: Row) => Promise<string | undefined>;

const timeoutMs = 20_000;

/**
 * Delivery as KServe's logger does it: the request as one cloud event, the response as another, joined by `ce-id`.
 * A row that failed is sent again under the same id, so that a request half that did arrive is replaced, not doubled.
 */
export function cloudEvents(scenario: LiveScenario, emulator: string, signal: AbortSignal): Deliver {
  let pending: { row: Row; id: string } | undefined;
  return async (row) => {
    const id = pending?.row === row ? pending.id : randomUUID();
    pending = { row, id };
    const request = { inputs: inputTensors(scenario.features, [row]) };
    const response = {
      model_name: scenario.model,
      model_version: '1',
      outputs: [outputTensor(scenario.outputTensor, [row])],
    };
    const send = (kind: 'request' | 'response', body: object) => post({ emulator, scenario, id, signal, kind }, body);
    const failure = (await send('request', request)) ?? (await send('response', response));
    pending = failure === undefined ? undefined : pending;
    return failure;
  };
}

interface Event {
  emulator: string;
  scenario: LiveScenario;
  id: string;
  signal: AbortSignal;
  kind: 'request' | 'response';
}

async function post({ emulator, scenario, id, signal, kind }: Event, body: object): Promise<string | undefined> {
  try {
    const reply = await fetch(`${emulator}/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'ce-id': id,
        'ce-specversion': '1.0',
        'ce-source': 'model-server',
        'ce-type': `org.kubeflow.serving.inference.${kind}`,
        // Only Java reads it; header values are Latin-1, so any other name travels percent-encoded.
        'ce-inferenceservicename': encodeURIComponent(scenario.model),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    const text = await reply.text();
    return reply.ok ? undefined : `it answered ${reply.status}: ${text.slice(0, 200) || 'no text'}`;
  } catch (error) {
    return reason(error);
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  if (error.name === 'TimeoutError') {
    return `it did not answer within ${timeoutMs / 1000} s`;
  }
  const cause = error.cause;
  return cause instanceof Error && cause.message ? cause.message : error.message;
}
