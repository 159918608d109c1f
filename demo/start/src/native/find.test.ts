import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPart } from './find.ts';
import { alertmanagerPart, prometheusPart } from './parts.ts';

/** A folder with programs that answer --version as the real ones do. */
function folderWith(programs: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-'));
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

const says = (text: string) => `echo '${text}'`;

describe('findPart', () => {
  it('takes all programs of a part and the version that its server says', async () => {
    const folder = folderWith({
      prometheus: says('prometheus, version 2.42.0+ds (branch: debian/sid, revision: 2.42.0+ds-5+b5)'),
      promtool: says('promtool, version 2.42.0+ds'),
    });
    const path = ['/no/such/folder', folder].join(delimiter);
    expect(await findPart(prometheusPart, path, 'on PATH')).toEqual({
      part: prometheusPart,
      programs: new Map([
        ['prometheus', join(folder, 'prometheus')],
        ['promtool', join(folder, 'promtool')],
      ]),
      origin: 'on PATH',
      version: '2.42.0+ds',
    });
  });

  it('knows the name that Debian gives to Alertmanager, which older ones print to standard error', async () => {
    const folder = folderWith({
      'prometheus-alertmanager': `${says('alertmanager, version 0.25.0 (branch: x)')} >&2`,
      amtool: says('amtool, version 0.25.0'),
    });
    expect(await findPart(alertmanagerPart, folder, 'x')).toMatchObject({ version: '0.25.0' });
  });

  it.each<{ why: string; programs: Record<string, string> }>([
    { why: 'a program is missing', programs: { prometheus: says('prometheus, version 3.16.0') } },
    {
      why: 'the server does not run',
      programs: { prometheus: 'exit 127', promtool: says('promtool, version 3.16.0') },
    },
  ])('finds nothing where $why', async ({ programs }) => {
    expect(await findPart(prometheusPart, folderWith(programs), 'x')).toBeUndefined();
  });
});
