import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { listPresets, listTests } from '../../src/index.ts';
import { renewed } from './page.ts';

const path = fileURLToPath(new URL('../../../../docs/statistics.md', import.meta.url));
const page = readFileSync(path, 'utf8');

describe('docs/statistics.md', () => {
  test('is up to date with the code (else: npx pnpm --filter @soundcheck/drift run statistics)', async () => {
    expect(await renewed(page, path)).toBe(page);
  });
  test('tells of every test with all its options, and of every preset', () => {
    for (const { name, title, options } of listTests()) {
      const section = page.split(`\n### ${title}\n`)[1]?.split('\n### ')[0] ?? '';
      expect(section).toContain(`\`${name}\``);
      for (const option of options) {
        expect(section, `${name}.${option.name}`).toContain(`\`${option.name}\``);
      }
    }
    for (const { name } of listPresets()) {
      expect(page).toContain(`### Preset \`${name}\``);
    }
  });
  test('refuses a marker that nothing fills, and a part without a place', async () => {
    await expect(renewed(`${page}\n<!-- generated: tea -->\n<!-- end of generated -->\n`, path)).rejects.toThrow('tea');
    await expect(renewed('# Statistics\n', path)).rejects.toThrow('tests at a glance');
  });
  test('has no link to a heading that is not there', () => {
    const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{M}\p{Nd} _-]/gu, '')
        .replaceAll(' ', '-')
    );
    const links = [...page.matchAll(/\]\(#(.+?)\)/g)].map(([, link]) => link);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !anchors.includes(link ?? ''))).toEqual([]);
  });
});
