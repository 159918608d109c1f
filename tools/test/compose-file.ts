import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { root } from './run-command.ts';

/** Docker compose's file, with the fields of its public specification that we use; any other is a mistake of ours. */
const text = v.pipe(v.string(), v.nonEmpty());
const scalars = v.record(v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]*$/)), v.string());
const duration = v.pipe(v.string(), v.regex(/^(\d+(s|m|h))+$/));

const service = v.strictObject({
  image: text,
  build: v.optional(v.strictObject({ context: text, dockerfile: text, target: v.optional(text) })),
  profiles: v.optional(v.array(text)),
  user: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d*$/))),
  restart: v.picklist(['unless-stopped', 'on-failure']),
  cap_drop: v.tuple([v.literal('ALL')]),
  security_opt: v.tuple([v.literal('no-new-privileges:true')]),
  entrypoint: v.optional(v.array(text)),
  command: v.optional(v.array(text)),
  environment: v.optional(scalars, {}),
  // "source:target" or "source:target:ro"
  volumes: v.optional(v.array(v.pipe(v.string(), v.regex(/^[^:]+:\/[^:]+(:ro)?$/))), []),
  secrets: v.optional(v.array(v.strictObject({ source: text, target: v.pipe(v.string(), v.startsWith('/')) })), []),
  networks: v.optional(v.strictObject({ default: v.strictObject({ aliases: v.array(text) }) })),
  ports: v.optional(v.array(v.pipe(v.string(), v.regex(/^127\.0\.0\.1:\d+:\d+$/, 'only on 127.0.0.1'))), []),
  depends_on: v.optional(
    v.record(
      text,
      v.strictObject({
        condition: v.picklist(['service_started', 'service_healthy', 'service_completed_successfully']),
        required: v.optional(v.boolean()),
      })
    ),
    {}
  ),
  healthcheck: v.optional(
    v.strictObject({
      test: v.pipe(
        v.array(text),
        v.check(([first]) => first === 'CMD')
      ),
      start_period: duration,
      interval: duration,
    })
  ),
});

const composeFile = v.objectWithRest(
  {
    name: text,
    services: v.record(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)), service),
    secrets: v.record(text, v.union([v.strictObject({ file: text }), v.strictObject({ environment: text })])),
    volumes: v.record(text, v.null()),
  },
  v.unknown()
);

export type Service = v.InferOutput<typeof service>;

/** docker-compose.yml, merged as compose merges it, and its text. */
export function readCompose() {
  const source = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
  const raw: unknown = parse(source, { merge: true });
  return { source, file: v.parse(composeFile, raw), extra: Object.keys(Object(raw)) };
}

/** NAME=value lines. */
export function readEnvironmentFile(path: string): Map<string, string> {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, value ?? '']];
    })
  );
}
