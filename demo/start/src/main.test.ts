import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { typescript } from './run/typescript.ts';

function start(...flags: string[]) {
  const { command, args } = typescript('demo/start/src/main.ts', flags);
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('npm start', () => {
  it('explains itself', () => {
    const { status, stdout } = start('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('--allow-absent');
  });

  it('answers a wrong flag with one sentence and no stack', () => {
    expect(start('--chek')).toEqual({
      status: 1,
      stdout: '',
      stderr: "Unknown option '--chek'. See what there is: npm start -- --help\n",
    });
  });
});
