import type { WireRequest } from '../../http/wire.ts';
import { readFields } from '../http/fields.ts';
import type { Fields } from '../http/fields.ts';
import { Uncaught, empty } from '../http/reply.ts';
import { receiveRequest, receiveResponse } from '../ingest/halves.ts';
import { readTensor } from '../ingest/tensor.ts';
import type { Handler } from './route.ts';

/** One half of a KServe v2 call as a binary cloud event. Request halves are never refused, whatever they hold. */
export const receiveCloudEvent: Handler = (session, wire) => {
  const id = wire.headers['ce-id'] ?? '';
  switch (wire.headers['ce-type']) {
    case 'org.kubeflow.serving.inference.request': {
      const fields = readable(wire);
      if (fields) receiveRequest(session, id, { inputs: tensors(fields, 'inputs'), synthetic: isSynthetic(fields) });
      return empty(204);
    }
    case 'org.kubeflow.serving.inference.response': {
      const modelId = wire.headers['ce-inferenceservicename'] ?? null;
      if (modelId === null) throw new Uncaught('The event names no model.');
      receiveResponse(session, id, { outputs: tensors(readFields(wire), 'outputs'), modelId, keepsNames: false });
      return empty(204);
    }
    default:
      return empty(404);
  }
};

/** The fields of a request half; undefined where it cannot be read. */
function readable(wire: WireRequest): Fields | undefined {
  try {
    const fields = readFields(wire);
    tensors(fields, 'inputs');
    return fields;
  } catch {
    return undefined;
  }
}

function tensors(fields: Fields, name: string) {
  return fields.list(name, readTensor) ?? [];
}

function isSynthetic(fields: Fields): boolean {
  return fields.object('parameters')?.text('bias-ignore') === 'true';
}
