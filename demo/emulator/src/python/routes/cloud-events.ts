import { gunzipSync } from 'node:zlib';
import { failed } from '../check/issue.ts';
import type { Issue } from '../check/issue.ts';
import { text } from '../check/scalars.ts';
import { parsePythonJson } from '../http/python-json.ts';
import { HttpFault, json } from '../http/reply.ts';
import { readQuery } from '../http/request.ts';
import type { WireRequest } from '../../http/wire.ts';
import { inferenceRequest, inferenceResponse } from '../ingest/payload.ts';
import { receive } from '../ingest/reconcile.ts';
import type { IncomingHalf } from '../ingest/reconcile.ts';
import { issueText } from './issue-text.ts';
import type { Handler } from './route.ts';

/** One half of a KServe v2 call, told apart by its body; the call id comes from the header `ce-id`. */
export const receiveCloudEvent: Handler = (session, request) => {
  const tag = readQuery(request, 'tag', text, null);
  return json({ status: 'success', message: receive(session, half(request, tag)) });
};

function half(wire: WireRequest, tag: string | null): IncomingHalf {
  const body = bodyOf(wire);
  const asRequest: Issue[] = [];
  const request = inferenceRequest(body, ['KServeInferenceRequest'], asRequest);
  if (request !== failed) return { kind: 'request', id: callId(wire, request.id), tag, payload: request };
  const asResponse: Issue[] = [];
  const response = inferenceResponse(body, ['KServeInferenceResponse'], asResponse);
  if (response !== failed) return { kind: 'response', id: callId(wire, response.id), tag, payload: response };
  throw new HttpFault(400, `Invalid payload: ${issueText([...asRequest, ...asResponse])}`);
}

function bodyOf(wire: WireRequest): unknown {
  // Brokers strip the content-encoding header, so gzip is recognised by its first bytes.
  const packed = wire.body[0] === 0x1f && wire.body[1] === 0x8b;
  const parsed = parsePythonJson((packed ? gunzipSync(wire.body) : wire.body).toString('utf8'));
  if (parsed.ok) return parsed.value;
  const where = `${parsed.message} at position ${parsed.position}`;
  throw new HttpFault(400, `Invalid payload: 1 validation error for union: Invalid JSON: ${where}`);
}

function callId(wire: WireRequest, own: string | null): string {
  const id = wire.headers['ce-id'] ?? own;
  if (id === null) throw new HttpFault(400, "Payload requires 'id' field or 'ce-id' header");
  return id;
}
