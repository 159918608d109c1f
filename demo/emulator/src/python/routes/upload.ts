import { randomUUID } from 'node:crypto';
import { model, nullable } from '../check/composites.ts';
import { boolean, text } from '../check/scalars.ts';
import { HttpFault, json } from '../http/reply.ts';
import { readBody } from '../http/request.ts';
import { inferenceRequest, inferenceResponse } from '../ingest/payload.ts';
import type { InferenceRequest, InferenceResponse } from '../ingest/payload.ts';
import { receive } from '../ingest/reconcile.ts';
import { tagFault } from '../ingest/tag-rule.ts';
import type { Session } from '../session.ts';
import type { Route } from './route.ts';

interface Upload {
  model_name: string;
  data_tag: string | null;
  is_ground_truth: boolean;
  request: InferenceRequest;
  response: InferenceResponse;
}

const upload = model<Upload>((field) => ({
  model_name: field.required('model_name', text),
  data_tag: field.optional('data_tag', nullable(text), null),
  is_ground_truth: field.optional('is_ground_truth', boolean, false),
  request: field.required('request', inferenceRequest),
  response: field.required('response', inferenceResponse),
}));

export const uploadRoute: Route = {
  path: '/data/upload',
  methods: {
    POST: {
      summary: 'Store rows; with data_tag as reference rows, without as inferences',
      handle: (session, request) => json(store(session, readBody(request, upload))),
    },
  },
};

function store(session: Session, payload: Upload): object {
  const fault = payload.data_tag === null ? undefined : tagFault(payload.data_tag);
  if (fault !== undefined) throw new HttpFault(400, fault);
  if (payload.is_ground_truth) {
    throw new HttpFault(501, 'Ground truth upload is not yet implemented. This parameter is reserved for future use.');
  }
  const id = randomUUID();
  const name = payload.model_name;
  const before = session.storage.find(name)?.inputs?.rows ?? 0;
  try {
    receive(session, { kind: 'response', id, tag: null, payload: { ...payload.response, model_name: name } });
    receive(session, { kind: 'request', id, tag: payload.data_tag, payload: payload.request });
  } catch (caught) {
    if (caught instanceof HttpFault) throw caught;
    throw new HttpFault(500, 'Internal server error occurred during data upload. Check server logs for details.');
  }
  const added = (session.storage.find(name)?.inputs?.rows ?? 0) - before;
  return { status: 'success', message: `${added} datapoints successfully added to ${name} data.` };
}
