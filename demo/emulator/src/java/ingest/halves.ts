import type { Session } from '../session.ts';
import type { WaitingRequest, WaitingResponse } from '../storage/storage.ts';
import { syntheticTag, unlabeledTag } from '../storage/stored-model.ts';
import { layOutInputs, layOutOutputs } from './layout.ts';
import { storeRows } from './store.ts';

/** Takes the request half of a call. Where the response waits already, what fails is reported and not thrown. */
export function receiveRequest(session: Session, id: string, request: WaitingRequest): void {
  const { waiting } = session.storage;
  waiting.requests.set(id, request);
  const response = waiting.responses.get(id);
  if (!response) return;
  try {
    store(session, id, { request, response });
  } catch (fault) {
    session.warn(`The call ${id} cannot be stored: ${fault instanceof Error ? fault.message : fault}`);
  }
}

/** Takes the response half of a call, and stores the rows where the request waits. Throws when that fails. */
export function receiveResponse(session: Session, id: string, response: WaitingResponse): void {
  const { waiting } = session.storage;
  waiting.responses.set(id, response);
  const request = waiting.requests.get(id);
  if (request) store(session, id, { request, response });
}

function store(
  session: Session,
  id: string,
  { request, response }: { request: WaitingRequest; response: WaitingResponse }
): void {
  const { waiting } = session.storage;
  waiting.requests.delete(id);
  waiting.responses.delete(id);
  const names = { input: request.inputs[0]?.name ?? '', output: response.outputs[0]?.name ?? '' };
  storeRows(session, {
    modelId: response.modelId,
    tag: request.synthetic ? syntheticTag : unlabeledTag,
    inputs: layOutInputs(request.inputs, 'event'),
    outputs: layOutOutputs(response.outputs, 'event'),
    ...(response.keepsNames ? { tensors: names } : {}),
  });
}
