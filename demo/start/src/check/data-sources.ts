import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../paths.ts';
import { listAt, textAt } from './json.ts';
import { spanSeconds } from './time.ts';

export interface DataSource {
  uid: string;
  name: string;
  type: string;
  /** `timeInterval` in seconds: no query asks for a finer step. Grafana takes 15 s where it is not set. */
  shortestStep: number;
}

const usualStep = 15;

/** The data sources of provisioning/datasources. */
export function readDataSources(folder = join(root, 'provisioning/datasources')): DataSource[] {
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .flatMap((name) => listAt(parse(readFileSync(join(folder, name), 'utf8')), 'datasources'))
    .map((one) => ({
      uid: textAt(one, 'uid') ?? '',
      name: textAt(one, 'name') ?? '',
      type: textAt(one, 'type') ?? '',
      shortestStep: spanSeconds(textAt(one, 'jsonData', 'timeInterval') ?? '') ?? usualStep,
    }));
}
