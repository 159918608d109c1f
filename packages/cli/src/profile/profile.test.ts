import { readFileSync } from 'node:fs';
import { decodeProfile } from '@soundcheck/drift';
import { describe, expect, it } from 'vitest';
import { csvText, fileOf, newPath, spread } from '../testing/csv-file.ts';
import { runCommand } from '../testing/run-command.ts';

const mixed = 'tempo,mode,key,empty\n90,major,1,\n,minor,2,NA\n110,major,1,\n';

describe('soundcheck profile', () => {
  it("writes what the drift panel's own reader takes", async () => {
    const rows = spread(1000, 2);
    const out = newPath('profile.json');
    const told = await runCommand(['profile', fileOf(csvText(['a', 'b'], rows)), '--out', out]);
    expect(told).toEqual({ code: 0, out: `2 features of 1,000 rows are counted in ${out}.\n`, err: '' });
    const profile = decodeProfile(readFileSync(out, 'utf8'));
    if ('wrong' in profile) {
      throw new Error(profile.wrong);
    }
    const [a] = profile.features;
    expect(a).toMatchObject({ feature: 'a', missing: 0, counts: Array(50).fill(20) });
    // Each count is that of the rows between its edges.
    const edges = a?.cells.kind === 'bins' ? a.cells.edges : [];
    const between = edges.slice(1).map((edge, i) => {
      const from = edges[i] ?? NaN;
      return rows.filter(([value = NaN]) => value >= from && value < edge).length;
    });
    expect(between).toEqual(a?.counts);
  });

  it('tells numbers, text and gaps apart, and codes where they are named', async () => {
    const told = await runCommand(['profile', fileOf(mixed), '--out', '-', '--categories', 'key']);
    expect([told.code, told.err]).toEqual([1, 'Left out, as no row has a value: empty.\n']);
    expect(decodeProfile(told.out)).toMatchObject({
      features: [
        { feature: 'tempo', cells: { kind: 'bins' }, missing: 1 },
        { feature: 'mode', cells: { categories: ['major', 'minor'] }, counts: [2, 1], missing: 0 },
        { feature: 'key', cells: { categories: ['1', '2'] }, counts: [2, 1] },
      ],
    });
    const one = await runCommand(['profile', fileOf(mixed), '--out', '-', '--columns', 'mode']);
    expect([one.code, one.out]).toEqual([0, expect.stringMatching(/^\{"soundcheck":"profile","version":1,.*"mode"/)]);
  });

  it.each([
    ['no file', ['nowhere.csv', '--out', '-'], /^nowhere\.csv cannot be read: there is no such file\.\n$/],
    ['no place', [fileOf(mixed)], /^Say which file, and where the profile goes/],
    [
      'no such folder',
      [fileOf(mixed), '--out', '/no/such/folder.json'],
      /cannot be written .*choose another with --out/,
    ],
    [
      'no such column',
      [fileOf(mixed), '--out', '-', '--columns', 'x'],
      /has no column "x" for --columns: it has tempo/,
    ],
    ['no value', [fileOf('a\nNA\n'), '--out', '-'], /No column of .* holds a value/],
  ])('says what is wrong: %s', async (_, args, sentence) => {
    const told = await runCommand(['profile', ...args]);
    expect([told.code, told.out]).toEqual([2, '']);
    expect(told.err).toMatch(sentence);
  });
});
