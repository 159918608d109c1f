import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installIsDue } from './install.mjs';
import { nodeVersionProblem } from './node-version.mjs';

const root = join(import.meta.dirname, '../..');

describe('nodeVersionProblem', () => {
  it.each(['20.19.0', '20.20.2', '24.0.0'])('takes %s', (version) => {
    expect(nodeVersionProblem(version)).toBeUndefined();
  });

  it.each(['20.18.3', '18.20.0'])('refuses %s with a remedy', (version) => {
    expect(nodeVersionProblem(version)).toMatch(/is too old: this needs 20\.19 or newer\. Install/);
  });
});

describe('installIsDue', () => {
  const at = (file: string, seconds: number) => utimesSync(file, seconds, seconds);

  it('is due without packages, and where the lockfile is newer than they are', () => {
    const folder = mkdtempSync(join(tmpdir(), 'soundcheck-'));
    const lockfile = join(folder, 'pnpm-lock.yaml');
    writeFileSync(lockfile, '');
    at(lockfile, 1000);
    expect(installIsDue(folder)).toBe(true);

    const marker = join(folder, 'node_modules', '.modules.yaml');
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(marker, '');
    at(marker, 2000);
    expect(installIsDue(folder)).toBe(false);
    at(lockfile, 3000);
    expect(installIsDue(folder)).toBe(true);
  });
});

describe('run.mjs', () => {
  it('passes arguments and the exit code through, and has pnpm on PATH for turbo', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'soundcheck-')), 'program.ts');
    writeFileSync(
      file,
      `import { spawnSync } from 'node:child_process';
       const words: string[] = process.argv.slice(2);
       console.log(JSON.stringify({ words, pnpm: spawnSync('pnpm', ['--version'], { encoding: 'utf8' }).stdout.trim() }));
       process.exitCode = 7;`
    );
    const run = spawnSync(
      process.execPath,
      [join(root, 'tools/workspace/run.mjs'), relative(root, file), 'a b', '--c'],
      {
        encoding: 'utf8',
        cwd: tmpdir(),
      }
    );
    expect(run.status).toBe(7);
    expect(JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '')).toEqual({ words: ['a b', '--c'], pnpm: '10.34.9' });
  }, 120_000);
});
