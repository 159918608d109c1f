import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BadInput } from './bad-input.ts';
import { collect } from './collect.ts';
import { songAfterHistory } from './jukebox/jukebox.ts';
import { prepare } from './prepare.ts';
import { withFiles } from './testing/csv-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'collect-'));
const out = join(folder, 'new.csv');
const prepared = { command: 'prepare', nowMs: 1_780_000_000_000, seed: 687, instance: 'model-server' } as const;
beforeAll(() => prepare({ ...prepared, out: folder }));
afterAll(() => rmSync(folder, { recursive: true }));

describe('collect', () => {
  it('writes songs of the season that live traffic does not send, with all outputs', () => {
    expect(collect({ command: 'collect', dir: folder, rows: 300, out })).toMatch(/^300 new rows of jukebox/);
    const [header = '', ...lines] = readFileSync(out, 'utf8').trim().split('\n');
    expect(header.split(',')).toHaveLength(13 + 73);
    expect(header).toMatch(/,output-0,.*,output-71,on_air$/);
    expect(lines).toHaveLength(300);
    const live = new Set(Array.from({ length: 2000 }, (_row, k) => songAfterHistory(687, k).inputs.join(',')));
    expect(lines.filter((line) => live.has(line.split(',').slice(0, 13).join(',')))).toEqual([]);
  });

  it('has nothing new of the user’s own files', async () => {
    const csv = 'day,wind\n2024-01-01,1\n2024-01-02,2\n';
    const own = join(folder, 'own');
    await withFiles({ 'a.csv': csv, 'b.csv': csv }, (files) =>
      prepare({
        ...prepared,
        out: own,
        ownData: { reference: join(files, 'a.csv'), live: join(files, 'b.csv'), time: 'day' },
      })
    );
    expect(() => collect({ command: 'collect', dir: own, rows: 3, out })).toThrow(BadInput);
  });
});
