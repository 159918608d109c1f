import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { blocksOf, isAsStated, run, statedIn, typeErrors } from './examples.ts';

const folder = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const page = readFileSync(`${folder}/README.md`, 'utf8');
const blocks = blocksOf(page);

describe('the examples of README.md', () => {
  test('state what they give, but for the first, which makes the rows', () => {
    expect(blocks.length).toBeGreaterThan(5);
    expect(blocks.slice(1).filter((block) => statedIn(block) === 0)).toEqual([]);
    expect(page.match(/→ /g)?.length).toBe(blocks.reduce((sum, block) => sum + statedIn(block), 0));
  });
  test('give it', () => {
    for (const { statement, actual, wanted } of run(blocks)) {
      expect(isAsStated(actual, wanted), `${statement} gives ${JSON.stringify(actual)}`).toBe(true);
    }
  });
  test('compile', () => {
    expect(typeErrors(blocks, folder)).toEqual([]);
  }, 60_000);
});

test('README.md names every folder of the source, and is no longer than 200 lines', () => {
  const folders = readdirSync(`${folder}/src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  expect(page.split('\n').length).toBeLessThanOrEqual(201);
});

describe('a stated result', () => {
  test('is held to the digits shown', () => {
    expect([isAsStated(0.1234, 0.123), isAsStated(0.1234, 0.124), isAsStated(1e-9, 2e-9)]).toEqual([
      true,
      false,
      false,
    ]);
  });
  test('is held to the fields shown, and to the whole of a list', () => {
    expect(isAsStated({ a: 1, b: 'x' }, { b: 'x' })).toBe(true);
    expect(isAsStated({ a: 1 }, { b: 'x' })).toBe(false);
    expect(isAsStated(Float64Array.of(1, 2), [1])).toBe(false);
  });
  test('that is wrong is found', () => {
    const [outcome] = run([
      "import { persists } from '@soundcheck/drift';\npersists([true], { need: 1, of: 1 }); // → [false]\n",
    ]);
    expect(isAsStated(outcome?.actual, outcome?.wanted)).toBe(false);
  });
});
