/**
 * Renews the generated parts of docs/statistics.md: `pnpm run statistics`; with `--check` it only says whether they are
 * out of date, and exits 1 then.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renewed } from './statistics/page.ts';

const path = fileURLToPath(new URL('../../../docs/statistics.md', import.meta.url));
const before = readFileSync(path, 'utf8');
const after = await renewed(before, path);
if (before === after) {
  console.log('docs/statistics.md is up to date.');
} else if (process.argv.includes('--check')) {
  console.error('docs/statistics.md is out of date: run `npx pnpm --filter @soundcheck/drift run statistics`.');
  process.exitCode = 1;
} else {
  writeFileSync(path, after);
  console.log('docs/statistics.md is written.');
}
