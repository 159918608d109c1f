import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readMonitors } from '../../file/read.ts';
import { planOf } from '../../plan/plan.ts';
import { render } from '../../render/render.ts';
import type { Plan, RenderedFile } from '../../contract.ts';

export const root = resolve(import.meta.dirname, '../../../../..');

const source = readFileSync(join(root, 'monitors.yaml'), 'utf8');

function readPlan(): Plan {
  const reading = readMonitors(source);
  if ('problems' in reading) {
    throw new Error(reading.problems.map(({ line, message }) => `monitors.yaml:${line}: ${message}`).join('\n'));
  }
  return planOf(reading.file);
}

/** Of the repository's own monitors.yaml. */
export const plan = readPlan();

/** Text files of a folder, by path below it with "/". */
export function textsBelow(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(file, 'utf8')])
  );
}

export const provisioning = textsBelow(join(root, 'provisioning'));

/** All of deploy/ that is for clusters, from the repository's own monitors.yaml and provisioning/. */
export function rendered(): RenderedFile[] {
  const ofClusters = /^deploy\/(?!prometheus\/|alertmanager\/)/;
  return render(plan, { source, version: '0.1.0', provisioning }).filter(({ path }) => ofClusters.test(path));
}
