/**
 * Splits the Seattle weather of the npm package vega-datasets into two files:
 * reference = 2012 and 2013, live = 2014 and 2015.
 * Run: tsx e2e/own-data/prepare.ts FOLDER
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? 'e2e/.data';
const csv = fileURLToPath(new URL('../node_modules/vega-datasets/data/seattle-weather.csv', import.meta.url));
const [header = '', ...rows] = readFileSync(csv, 'utf8').trim().split(/\r?\n/);

function write(name: string, years: string[]): void {
  const kept = rows.filter((row) => years.includes(row.slice(0, 4)));
  writeFileSync(join(folder, name), [header, ...kept, ''].join('\n'));
}

mkdirSync(folder, { recursive: true });
write('seattle-2012-2013.csv', ['2012', '2013']);
write('seattle-2014-2015.csv', ['2014', '2015']);
