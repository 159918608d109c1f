import { asRecord, isRecord } from '../core/json.ts';

export interface OpenApi {
  paths: ReadonlySet<string>;
  version?: string;
}

/** The path list of an OpenAPI document: which features this service has switched on. */
export function decodeOpenApi(json: unknown): OpenApi {
  const document = asRecord(json, 'the reply');
  const paths = new Set(Object.keys(asRecord(document['paths'], 'paths')));
  const info = document['info'];
  const version = isRecord(info) ? info['version'] : undefined;
  return typeof version === 'string' ? { paths, version } : { paths };
}
