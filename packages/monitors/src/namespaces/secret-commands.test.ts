import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { NamespacePlan, Plan } from '../contract.ts';
import { plan } from '../testing/plan.ts';
import { yamlText } from '../render/yaml-text.ts';
import { secretCommands } from './secret-commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'soundcheck-secret-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Stands where kubectl would, and prints each argument in a line of its own. */
const kubectl = join(folder, 'kubectl');
writeFileSync(kubectl, '#!/bin/sh\nif [ "$1" = apply ]; then cat; else printf "<%s>\\n" "$@"; fi\n');
chmodSync(kubectl, 0o755);

function commandsRun(namespace: NamespacePlan, of: Plan, env: Record<string, string>): string[] {
  const file = join(folder, 'secret.yaml');
  writeFileSync(file, yamlText([], secretCommands(namespace, of)));
  const script = `sed '1,/^#$/d; s/^# *//' ${file} | sh`;
  const PATH = `${folder}:${process.env['PATH'] ?? ''}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8', env: { PATH, ...env } })
    .split('\n')
    .filter((line) => line.includes('from-literal') || line.includes('from-file') || line.startsWith('<soundcheck'));
}

describe('the commands of secret.yaml, run by a shell', () => {
  it('give kubectl each key with its value, however odd', () => {
    const people = {
      url: "https://people.example/it's?a=b&c=$d",
      auth: { kind: 'basic', user: "o'ps $HOME", passwordVariable: 'PEOPLE_PASSWORD' },
    } as const;
    const withPeople = {
      ...plan,
      notify: { ...plan.notify, people: { ...people, url: `\${PEOPLE_URL}${people.url}` } },
    };
    const [, namespace] = plan.namespaces;
    const values = {
      SOUNDCHECK_RETRAIN_URL: 'http://gateway:8090',
      SOUNDCHECK_RETRAIN_TOKEN: `a'b"c $x \`y\` \\z`,
      PEOPLE_URL: 'x:',
      PEOPLE_PASSWORD: '  two words ',
      SOUNDCHECK_TRUSTYAI_TEST_TOKEN: 'third',
    };
    expect(namespace && commandsRun(namespace, withPeople, values)).toEqual([
      '<soundcheck-alertmanager>',
      '<--from-literal=retrain-url=http://gateway:8090/alerts>',
      `<--from-literal=retrain-token=${values.SOUNDCHECK_RETRAIN_TOKEN}>`,
      `<--from-literal=people-url=x:${people.url}>`,
      `<--from-literal=people-user=${people.auth.user}>`,
      '<--from-literal=people-password=  two words >',
      '<soundcheck-reconcile>',
      '<--from-literal=SOUNDCHECK_TRUSTYAI_TEST_TOKEN=third>',
      '<soundcheck-ca>',
      '<--from-file=service-ca.crt=PATH_OF_THE_AUTHORITY>',
    ]);
  });
});
