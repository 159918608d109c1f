import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { root } from './run-command.ts';

function soundcheck(...args: string[]) {
  const result = spawnSync(process.execPath, ['packages/cli/bin/soundcheck.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: result.status, text: result.stdout + result.stderr };
}

// The command is TypeScript, translated at each start; a busy machine takes its time.
describe('monitors.yaml', { timeout: 60_000 }, () => {
  it('is right', () => {
    expect(soundcheck('check')).toMatchObject({ code: 0 });
  });

  it('provisioning/alerting and deploy/ are what it and provisioning/ ask for: else run `npx soundcheck render`', () => {
    expect(soundcheck('render', '--check').text).toMatch(/^\d+ files are up to date\.\n$/);
  });
});
