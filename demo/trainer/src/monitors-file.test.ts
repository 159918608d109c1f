import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeVersion } from './monitors-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'monitors-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('writeVersion', () => {
  const file = join(folder, 'monitors.yaml');
  const reference = { tag: 'TRAINING-v2', rows: 2000, storedRows: 9100 };

  it('changes version and reference of one model, and keeps the rest to the letter', () => {
    writeFileSync(
      file,
      '# ours\nmodels:\n  m:\n    version: v1 # served\n    reference: { tag: TRAINING, rows: 5000 }\n    batch: 500\n  other: { version: v7 }\n'
    );
    writeVersion(file, 'm', { version: 'v2', reference });
    expect(readFileSync(file, 'utf8')).toBe(
      '# ours\nmodels:\n  m:\n    version: v2 # served\n    reference:\n      tag: TRAINING-v2\n      rows: 2000\n      storedRows: 9100\n    batch: 500\n  other: { version: v7 }\n'
    );
  });

  it('refuses a model that is not there', () => {
    expect(() => writeVersion(file, 'absent', { version: 'v2', reference })).toThrow(/has no model "absent"/);
  });
});
