import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { describe, filesOf, readYamlFiles, type Found } from './yaml-files.ts';

const providerSchema = v.object({
  name: v.string(),
  folder: v.optional(v.string(), ''),
  type: v.optional(v.literal('file'), 'file'),
  options: v.object({ path: v.string() }),
});
const fileSchema = v.object({ providers: v.optional(v.nullable(v.array(providerSchema))) });

const dashboardSchema = v.looseObject({
  uid: v.string('a dashboard needs a uid'),
  title: v.string('a dashboard needs a title'),
  tags: v.optional(v.array(v.string()), []),
});

export interface ProvisionedDashboard {
  folder: string;
  file: string;
  json: v.InferOutput<typeof dashboardSchema>;
}

/** Where Grafana's container image has its provisioning folder. */
const CONTAINER_PATH = '/etc/grafana/provisioning';

/** Reads the providers in `dashboards/*.yaml` and the dashboard files that they name. */
export function readDashboards(provisioning: string): Found<ProvisionedDashboard> {
  const files = readYamlFiles(join(provisioning, 'dashboards'), fileSchema);
  const found: Found<ProvisionedDashboard> = { items: [], problems: files.problems };
  for (const provider of files.items.flatMap((file) => file.providers ?? [])) {
    const folder = localFolder(provider.options.path, provisioning);
    for (const name of filesOf(folder, /\.json$/)) {
      const file = join(folder, name);
      try {
        const json = v.parse(dashboardSchema, JSON.parse(readFileSync(file, 'utf8')));
        found.items.push({ folder: provider.folder, file, json });
      } catch (error) {
        found.problems.push(`${file} is no dashboard: ${describe(error)}`);
      }
    }
  }
  return found;
}

function localFolder(path: string, provisioning: string): string {
  if (path === CONTAINER_PATH || path.startsWith(`${CONTAINER_PATH}/`)) {
    return join(provisioning, path.slice(CONTAINER_PATH.length));
  }
  return resolve(provisioning, path);
}
