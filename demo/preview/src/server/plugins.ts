import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, type Found } from './provisioning/yaml-files.ts';

const pluginSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  type: v.picklist(['panel', 'datasource']),
  info: v.looseObject({
    version: v.optional(v.string(), ''),
    logos: v.object({ small: v.string(), large: v.string() }),
  }),
});

export interface BuiltPlugin {
  /** The plugin's `dist` folder. */
  folder: string;
  json: v.InferOutput<typeof pluginSchema>;
}

/** Reads `plugin.json` of each built plugin. */
export function readPlugins(folders: string[]): Found<BuiltPlugin> {
  const found: Found<BuiltPlugin> = { items: [], problems: [] };
  for (const folder of folders) {
    const file = join(folder, 'plugin.json');
    if (!existsSync(join(folder, 'module.js'))) {
      found.problems.push(`${folder} holds no built plugin (module.js). Build it: npm run build`);
      continue;
    }
    try {
      found.items.push({ folder, json: v.parse(pluginSchema, JSON.parse(readFileSync(file, 'utf8'))) });
    } catch (error) {
      found.problems.push(`${file} cannot be read: ${describe(error)}`);
    }
  }
  return found;
}
