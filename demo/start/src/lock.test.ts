import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from './lock.ts';

let file = '';
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'soundcheck-')), 'cache', 'start.lock');
});

describe('takeLock', () => {
  it('refuses a second start while the first lives, and names it', () => {
    takeLock(file);
    expect(() => takeLock(file)).toThrow(
      new RegExp(`Another start .*process ${process.pid}.*kill ${process.pid}`, 's')
    );
  });

  it('is free again once given back', () => {
    takeLock(file)();
    expect(existsSync(file)).toBe(false);
    takeLock(file);
  });

  it.each([
    { left: 'by a process that is gone', content: () => String(spawnSync(process.execPath, ['--version']).pid) },
    { left: 'half-written', content: () => '' },
  ])('takes over a lock left $left', ({ content }) => {
    takeLock(file)();
    writeFileSync(file, content());
    takeLock(file);
    expect(readFileSync(file, 'utf8').trim()).toBe(String(process.pid));
  });
});
