import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { ChildProcess } from 'node:child_process';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'main-'));
afterAll(() => rmSync(folder, { recursive: true }));

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', here('main.ts'), ...args], { cwd: here('..'), stdio: 'pipe' });
}

async function finish(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (text) => (out += String(text)));
  child.stderr?.on('data', (text) => (err += String(text)));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err };
}

describe('the command line', () => {
  it('writes own data, then plays it until SIGTERM and exits with 0', async () => {
    const [a, b, dir] = [join(folder, 'a.csv'), join(folder, 'b.csv'), join(folder, 'out')];
    writeFileSync(a, 'day,wind\n2024-01-01,1\n2024-01-02,2\n');
    writeFileSync(b, 'day,wind\n2024-02-01,3\n2024-02-02,4\n');
    const own = ['--reference', a, '--live', b, '--time', 'day'];
    const prepared = await finish(start('prepare', '--out', dir, '--now', '1780000000000', ...own));
    expect(prepared.err).toBe('');
    expect(prepared.code).toBe(0);
    expect(prepared.out).toContain('Times of b.csv are not shown as they are: ');
    expect(readdirSync(dir).sort()).toEqual([
      'current.csv',
      'events.ndjson',
      'logs.json',
      'logs.ndjson',
      'model-server.openmetrics',
      'reference.csv',
      'scenario.json',
    ]);
    expect(readFileSync(join(dir, 'current.csv'), 'utf8')).toBe('day,wind\n2024-02-01,3\n2024-02-02,4\n');

    const live = start('live', '--emulator', 'http://127.0.0.1:18139', '--port', '18132', '--dir', dir);
    live.stdout?.once('data', () => live.kill('SIGTERM'));
    const ended = await finish(live);
    expect([ended.code, ended.err]).toEqual([0, '']);
  });

  it('answers bad input with a sentence and exit code 1', async () => {
    const paths = ['--reference', join(folder, 'none.csv'), '--live', join(folder, 'none.csv')];
    const result = await finish(start('prepare', '--out', folder, '--now', '1', ...paths, '--time', 'day'));
    expect(result.code).toBe(1);
    expect(result.err).toBe(
      `Cannot read ${join(folder, 'none.csv')}: there is no such file. Check the path; it is taken from the folder you started in.\n`
    );
  });
});
