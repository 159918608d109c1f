import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { readYamlFiles, type Found } from './yaml-files.ts';

const text = v.optional(v.string(), '');
const settings = v.optional(v.record(v.string(), v.unknown()), {});

const dataSourceSchema = v.object({
  name: v.string(),
  type: v.string(),
  uid: v.string('a pinned uid is missing'),
  url: text,
  access: v.optional(v.string(), 'proxy'),
  isDefault: v.optional(v.boolean(), false),
  editable: v.optional(v.boolean(), false),
  basicAuth: v.optional(v.boolean(), false),
  basicAuthUser: text,
  jsonData: settings,
  secureJsonData: v.optional(v.record(v.string(), v.string()), {}),
});

/** A data source as provisioned. Its secrets stay on this server. */
export type DataSource = v.InferOutput<typeof dataSourceSchema>;

const fileSchema = v.object({ datasources: v.optional(v.nullable(v.array(dataSourceSchema))) });

/** Reads `datasources/*.yaml` of a provisioning folder. */
export function readDataSources(provisioning: string): Found<DataSource> {
  if (!existsSync(provisioning)) {
    return { items: [], problems: [`The provisioning folder ${provisioning} does not exist.`] };
  }
  const { items, problems } = readYamlFiles(join(provisioning, 'datasources'), fileSchema);
  return { items: items.flatMap((file) => file.datasources ?? []), problems };
}
