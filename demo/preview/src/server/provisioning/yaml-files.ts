import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { sentenceOf } from '../problem.ts';
import { expandEnvironment } from './environment.ts';

/** What provisioning gave, and a sentence for each file that could not be read. */
export interface Found<T> {
  items: T[];
  problems: string[];
}

/** Reads each `*.yaml` of a folder below the provisioning folder by one schema. A folder that is not there is empty. */
export function readYamlFiles<TSchema extends v.GenericSchema>(
  folder: string,
  schema: TSchema
): Found<v.InferOutput<TSchema>> {
  const found: Found<v.InferOutput<TSchema>> = { items: [], problems: [] };
  for (const name of filesOf(folder, /\.ya?ml$/)) {
    const file = join(folder, name);
    try {
      // Grafana's images set GF_PATHS_PROVISIONING to their own folder: here it is the one that is read.
      const values = { ...process.env, GF_PATHS_PROVISIONING: dirname(folder) };
      const environment = { values, missing: new Set<string>() };
      found.items.push(v.parse(schema, expandEnvironment(parse(readFileSync(file, 'utf8')), environment)));
      for (const variable of environment.missing) {
        found.problems.push(`${file} names the variable ${variable}, which is not set: it is empty here.`);
      }
    } catch (error) {
      found.problems.push(`${file} cannot be read: ${describe(error)}`);
    }
  }
  return found;
}

/** Names of the files of one folder that match, sorted; empty where there is no such folder. */
export function filesOf(folder: string, pattern: RegExp): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => pattern.test(name))
      .sort();
  } catch {
    return [];
  }
}

export function describe(error: unknown): string {
  return error instanceof v.ValiError
    ? error.issues.map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`).join('; ')
    : sentenceOf(error);
}
