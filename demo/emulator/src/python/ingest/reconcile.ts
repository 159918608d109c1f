import { HttpFault, Uncaught } from '../http/reply.ts';
import type { Session } from '../session.ts';
import { syntheticTag, unlabeledTag } from '../storage/stored-model.ts';
import { layOut } from './layout.ts';
import type { InferenceRequest, InferenceResponse } from './payload.ts';
import { tagFault } from './tag-rule.ts';

/** One half of a call on its way in. `tag` is the reference tag it came with. */
export type IncomingHalf =
  | { kind: 'request'; id: string; tag: string | null; payload: InferenceRequest }
  | { kind: 'response'; id: string; tag: string | null; payload: InferenceResponse };

/** Takes one half; stores the rows as soon as the other half is there, in whichever order they come. */
export function receive(session: Session, half: IncomingHalf): string {
  const { waiting } = session.storage;
  if (half.kind === 'request') {
    if (half.payload.inputs.length === 0) {
      const what = `KServe Inference Input ${half.id} received, but data field was empty.`;
      throw new HttpFault(400, `${what} Payload will not be saved.`);
    }
    const response = waiting.responses.get(half.id);
    if (response) store(session, half.id, { request: half, response });
    else waiting.requests.set(half.id, half);
    return `Input payload ${half.id} processed successfully`;
  }
  if (half.payload.outputs.length === 0) {
    const from = half.payload.model_name ?? 'None';
    const what = `KServe Inference Output ${half.id} received from model=${from}, but data field was empty.`;
    throw new HttpFault(400, `${what} Payload will not be saved.`);
  }
  const request = waiting.requests.get(half.id);
  if (request) store(session, half.id, { request, response: half });
  else waiting.responses.set(half.id, half);
  return `Output payload ${half.id} processed successfully`;
}

interface Pair {
  request: { payload: InferenceRequest; tag: string | null };
  response: { payload: InferenceResponse; tag: string | null };
}

function store(session: Session, id: string, { request, response }: Pair): void {
  const inputs = layOut(request.payload.inputs, { side: 'input', id });
  const outputs = layOut(response.payload.outputs, { side: 'output', id, expectedRows: inputs.rows });
  const modelId = response.payload.model_name;
  if (modelId === null) throw new Uncaught('The response half names no model.');
  const tag = usable(request.tag) ?? usable(response.tag) ?? defaultTag(request.payload);
  const model = session.storage.findOrAdd(modelId);
  model.append(inputs, outputs, { requestId: id, time: session.clock.now(), tag, rows: inputs.rows });
  session.noteRows(modelId, inputs.rows);
  // Types reach the storage only after the schema has been cached: until a restart `/info` says UNKNOWN.
  if (model.inputs) model.inputs.types = inputs.types;
  if (model.outputs) model.outputs.types = outputs.types;
  session.storage.waiting.requests.delete(id);
  session.storage.waiting.responses.delete(id);
}

function usable(tag: string | null): string | null {
  return tag !== null && tagFault(tag) === undefined ? tag : null;
}

function defaultTag(request: InferenceRequest): string {
  return request.parameters?.['bias-ignore'] === 'true' ? syntheticTag : unlabeledTag;
}
