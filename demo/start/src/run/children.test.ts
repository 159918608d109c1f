import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Children } from './children.ts';
import { isAlive } from './process-group.ts';
import { waitForUrl } from './wait-for.ts';

const node = process.execPath;
const folder = () => mkdtempSync(join(tmpdir(), 'soundcheck-'));

/** The number that a script writes as its first line. */
async function numberIn(log: string): Promise<number> {
  for (;;) {
    const number = existsSync(log) ? Number(readFileSync(log, 'utf8').split('\n')[0]) : 0;
    if (number > 0) {
      return number;
    }
    await sleep(20);
  }
}

const sleeper = 'setInterval(() => {}, 1000)';
/** Starts a process of its own, writes its id, and goes on. */
const parent = `console.log(require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(sleeper)}]).pid); ${sleeper}`;
/** The same, and then ends: the process that it started is left. */
const leaver = `console.log(require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(sleeper)}], { stdio: "ignore" }).pid); process.exit(3)`;

describe('Children', () => {
  it('ends a program and what it has started', async () => {
    const children = new Children(folder());
    const child = children.start({ name: 'parent', command: node, args: ['-e', parent] });
    const grandchild = await numberIn(child.log);
    expect(isAlive(grandchild)).toBe(true);
    await children.stopAll();
    expect(isAlive(grandchild)).toBe(false);
    expect(await child.ended).toBe('signal SIGTERM');
  });

  it('ends what is left of a group whose leader has gone', async () => {
    const children = new Children(folder());
    const child = children.start({ name: 'leaver', command: node, args: ['-e', leaver] });
    expect(await child.ended).toBe('exit code 3');
    const grandchild = await numberIn(child.log);
    expect(isAlive(grandchild)).toBe(true);
    await children.stopAll();
    expect(isAlive(grandchild)).toBe(false);
  });

  it('kills a program that does not heed SIGTERM', async () => {
    const children = new Children(folder());
    const stubborn = `process.on("SIGTERM", () => {}); console.log(process.pid); ${sleeper}`;
    const child = children.start({ name: 'stubborn', command: node, args: ['-e', stubborn] });
    await numberIn(child.log);
    await children.stopAll();
    expect(await child.ended).toBe('signal SIGKILL');
  });

  it('leaves nothing that is started while everything stops', async () => {
    const children = new Children(folder());
    await children.stopAll();
    const late = children.start({ name: 'late', command: node, args: ['-e', sleeper] });
    expect(await late.ended).toBe('signal SIGTERM');
  });

  it('tells of a program that cannot be started', async () => {
    const result = await new Children(folder()).run({ name: 'none', command: '/no/such/program', args: [] });
    expect(result).toMatchObject({ ok: false, outcome: expect.stringContaining('ENOENT') });
  });

  it('gives the last words of a program that ends before it is ready', async () => {
    const children = new Children(folder());
    const script = 'console.error("\\u001b[31mthe disk is full\\u001b[0m"); process.exit(1)';
    const child = children.start({ name: 'short', command: node, args: ['-e', script] });
    await expect(waitForUrl(child, 'http://127.0.0.1:9/', 20)).rejects.toThrow(
      `short ended before it was ready (exit code 1). Its last words:\n    the disk is full\n  Whole log: ${child.log}`
    );
  });
});
