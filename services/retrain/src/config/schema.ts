import * as v from 'valibot';
import { unknownPlaceholders } from '../target/template.ts';
import { parseDuration } from './duration.ts';

/** retrain.yaml after variables are filled in. services/retrain/README.md explains every field. */

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'));
const url = v.pipe(v.string(), v.url('must be a URL'), v.regex(/^https?:/, 'must begin with http:// or https://'));
const duration = v.pipe(
  v.string(),
  v.check((value) => parseDuration(value) !== undefined, 'must be a time like 90s, 10m, 6h or 7d'),
  v.transform((value) => parseDuration(value) ?? 0)
);
const listen = v.pipe(
  v.string(),
  v.regex(/^.+:\d{1,5}$/, 'must be an address and a port, like 0.0.0.0:8090'),
  v.transform((value) => ({
    host: value.slice(0, value.lastIndexOf(':')).replace(/^\[|\]$/g, ''),
    port: Number(value.slice(value.lastIndexOf(':') + 1)),
  }))
);

const auth = v.pipe(
  v.strictObject({
    bearer: v.optional(text),
    basic: v.optional(v.strictObject({ user: text, password: text })),
    hmac: v.optional(v.strictObject({ secret: text, header: text, timestampHeader: text })),
  }),
  v.check((ways) => Object.keys(ways).length > 0, 'needs at least one of bearer, basic, hmac')
);

const retries = v.strictObject({
  first: v.optional(duration, '5s'),
  longest: v.optional(duration, '10m'),
  giveUpAfter: v.optional(duration, '24h'),
});

const fieldNames = ['runId', 'namespace', 'model', 'modelVersion', 'features', 'callbackUrl'] as const;
const template = v.pipe(
  v.string(),
  v.check(
    (value) => unknownPlaceholders(value, fieldNames).length === 0,
    `may hold only ${fieldNames.map((name) => `{{${name}}}`).join(', ')}`
  )
);

const credentials = { token: v.optional(text), tokenFile: v.optional(text) };
const tekton = v.strictObject({ url, ...credentials });
const kfp = v.strictObject({
  url,
  pipelineId: text,
  pipelineVersionId: v.optional(text),
  experimentId: v.optional(text),
  parameters: v.optional(v.record(v.string(), v.union([template, v.number(), v.boolean()])), {}),
  poll: v.optional(duration, '30s'),
  ...credentials,
});
const http = v.strictObject({
  url: v.pipe(template, v.regex(/^https?:\/\//, 'must begin with http:// or https://')),
  method: v.optional(v.picklist(['POST', 'PUT', 'PATCH']), 'POST'),
  headers: v.optional(v.record(v.string(), v.string()), {}),
  body: v.optional(template),
  idempotent: v.optional(v.boolean(), false),
  ...credentials,
});

const target = v.pipe(
  v.strictObject({
    match: v.optional(v.strictObject({ namespace: v.optional(text), model: v.optional(text) }), {}),
    tekton: v.optional(tekton),
    kfp: v.optional(kfp),
    http: v.optional(http),
  }),
  v.check(
    ({ tekton, kfp, http }) => [tekton, kfp, http].filter((kind) => kind !== undefined).length === 1,
    'needs exactly one of tekton, kfp, http'
  )
);

export const configSchema = v.strictObject({
  listen: v.optional(listen, '0.0.0.0:8090'),
  journal: text,
  auth,
  cooldown: v.optional(duration, '6h'),
  grace: v.optional(duration, '15m'),
  endTimeout: v.optional(duration, '24h'),
  keep: v.optional(duration, '90d'),
  retries: v.optional(retries, {}),
  rate: v.optional(
    v.strictObject({
      perSecond: v.optional(v.pipe(v.number(), v.minValue(0.01)), 100),
      burst: v.optional(v.pipe(v.number(), v.minValue(1)), 5_000),
    }),
    {}
  ),
  targets: v.pipe(v.array(target), v.minLength(1, 'needs at least one target')),
  annotations: v.optional(v.strictObject({ grafana: url, ...credentials })),
  callbackUrl: v.optional(url),
  log: v.optional(v.picklist(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
});
export type Config = v.InferOutput<typeof configSchema>;
export type TargetConfig = Config['targets'][number];
