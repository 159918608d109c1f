import { toJsonSchema } from '@valibot/to-json-schema';
import { fileShape } from '../src/file/shape.ts';

/** Where the schema is published: the `$schema` comment of monitors.yaml names this file. */
export const SCHEMA_FILE = new URL('monitors.schema.json', import.meta.url);

/** The shape of monitors.yaml as JSON Schema (draft 7, which editors read), as text. What needs names to agree is `check`'s. */
export function schemaText(): string {
  // JSON has no infinity to refuse.
  const { $schema, ...rest } = toJsonSchema(fileShape, { target: 'draft-07', ignoreActions: ['finite'] });
  const schema = {
    $schema,
    title: 'monitors.yaml',
    description: 'What Soundcheck watches: docs/monitors.md explains every field.',
    ...rest,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
