import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { clusterFiles } from '../cluster-files.ts';
import type { Plan, RenderedFile } from '../../contract.ts';

export const root = resolve(import.meta.dirname, '../../../../..');

/** What clusterFiles reads of the plan of the root's monitors.yaml. */
export const plan: Plan = {
  namespaces: [
    { name: 'jukebox-prod', trustyai: { url: '${SOUNDCHECK_TRUSTYAI_URL}', job: 'trustyai-service' } },
    {
      name: 'jukebox-test',
      trustyai: {
        url: '${SOUNDCHECK_TRUSTYAI_TEST_URL}',
        tokenVariable: 'SOUNDCHECK_TRUSTYAI_TEST_TOKEN',
        job: 'trustyai-service',
      },
    },
  ],
  monitors: [],
  grafana: {
    url: 'http://127.0.0.1:3000',
    folder: 'Soundcheck',
    prometheusUid: 'soundcheck-prometheus',
    trustyaiUid: 'soundcheck-trustyai',
    lokiUid: 'soundcheck-loki',
  },
  notify: {
    groupWaitSeconds: 30,
    groupIntervalSeconds: 300,
    repeatIntervalSeconds: 14_400,
    mutes: [],
    deletedContactPoints: [],
  },
  prometheus: { evaluationSeconds: 30, ruleLabels: {} },
};

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

/** All of deploy/ that this part writes, from the repository's own provisioning. */
export function rendered(): RenderedFile[] {
  return clusterFiles({ plan, provisioning, version: '0.1.0' });
}
