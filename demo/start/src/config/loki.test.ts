import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { binFolder } from '../paths.ts';
import { lokiFile } from './loki.ts';

const loki = join(binFolder, 'loki');
if (!existsSync(loki)) {
  console.warn('Skipped: the configuration is not held against Loki. npm start builds it into .cache/bin.');
}

it.skipIf(!existsSync(loki))('Loki takes what is written for it, whatever the folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-'));
  const file = join(folder, 'loki.yml');
  writeFileSync(file, lokiFile({ folder: join(folder, 'a: "b"'), port: 3100, grpcPort: 9096 }));
  const { status, stdout, stderr } = spawnSync(loki, [`-config.file=${file}`, '-verify-config'], { encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(0);
});

it('names no address but the loopback, and tells nobody', () => {
  expect(parse(lokiFile({ folder: '/data', port: 3100, grpcPort: 9096 }))).toMatchObject({
    server: { http_listen_address: '127.0.0.1', grpc_listen_address: '127.0.0.1' },
    common: { instance_addr: '127.0.0.1', ring: { kvstore: { store: 'inmemory' } } },
    memberlist: { bind_addr: ['127.0.0.1'] },
    analytics: { reporting_enabled: false },
  });
});
