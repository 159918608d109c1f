import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Children } from './children.ts';
import { endLeftovers } from './leftovers.ts';

const sleeper = ['-e', 'setInterval(() => {}, 1000)'];

describe('endLeftovers', () => {
  it('ends what a killed start has left, and no other program that has the number of one now', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'soundcheck-'));
    const children = new Children(folder);
    const own = children.start({ name: 'own', command: process.execPath, args: [...sleeper, folder] });
    const other = children.start({ name: 'other', command: process.execPath, args: sleeper });
    expect(await endLeftovers(children.groupsFile, folder)).toBe(1);
    expect(await own.ended).toBe('signal SIGTERM');
    expect(other.outcome).toBeUndefined();
    await children.stopAll();
    expect(await endLeftovers(children.groupsFile, folder)).toBe(0);
  });

  it('has nothing to do on the first start', async () => {
    expect(await endLeftovers('/no/such/file', '/')).toBe(0);
  });
});
