import { readFields } from '../http/fields.ts';
import { empty } from '../http/reply.ts';
import { receiveRequest, receiveResponse } from '../ingest/halves.ts';
import { meshTensors } from '../ingest/mesh-payload.ts';
import type { Handler, Route } from './route.ts';

export const consumerRoute: Route = {
  path: '/consumer/kserve/v2',
  methods: {
    POST: {
      summary: 'One half of a call in protobuf, as ModelMesh passes it on; never refused, whatever it holds',
      handle: (session, request) => consume(session, request),
    },
  },
};

const consume: Handler = (session, wire) => {
  const fields = readFields(wire);
  const [id, kind, modelId] = [fields.text('id') ?? '', fields.text('kind'), fields.text('modelid')];
  const bytes = Buffer.from(fields.text('data') ?? '', 'base64');
  try {
    if (kind === 'request') receiveRequest(session, id, { inputs: meshTensors(bytes), synthetic: false });
    if (kind === 'response') receiveResponse(session, id, { outputs: meshTensors(bytes), modelId, keepsNames: true });
  } catch (fault) {
    session.warn(`The call ${id} cannot be stored: ${fault instanceof Error ? fault.message : fault}`);
  }
  return empty(200);
};
