import { join } from 'node:path';
import { BadInput } from '../bad-input.ts';
import { fileNames } from '../files/folder.ts';
import { songAfterHistory } from '../jukebox/jukebox.ts';
import { outputsOf } from '../jukebox/song.ts';
import { predictionColumn } from '../own-data/columns.ts';
import { toRow } from '../own-data/own-data.ts';
import { readCsv } from '../own-data/read-csv.ts';
import type { LiveScenario } from '../files/scenario-file.ts';
import type { Row } from '../scenario.ts';

/** Row k (from 0) after the end of history. */
export type RowsToCome = (k: number) => Row;

/**
 * The jukebox goes on with new songs. Own data, and the jukebox when asked, repeats the window at the end of history in
 * order: any window of that length then holds the same rows, and verdicts stay what they were at its end.
 */
export function rowsToCome(scenario: LiveScenario, dir: string, repeat: boolean): RowsToCome {
  if (scenario.kind === 'jukebox' && !repeat) {
    return (k) => songAfterHistory(scenario.seed, k);
  }
  const rows = windowRows(scenario, join(dir, fileNames.current));
  return (k) => {
    const row = rows[k % rows.length];
    if (row === undefined) {
      throw new RangeError(`No row ${k}.`);
    }
    return row;
  };
}

function windowRows(scenario: LiveScenario, path: string): Row[] {
  const file = readCsv(path);
  const missing = scenario.features.find((feature) => !file.header.includes(feature));
  if (missing !== undefined) {
    throw new BadInput(`${path} has no column "${missing}". Run "prepare --out" with the same folder again.`);
  }
  const prediction = scenario.hasPrediction ? { prediction: predictionColumn } : {};
  const columns = { features: scenario.features, notes: [], ...prediction };
  return file.rows.map((line) => {
    const row = toRow(file, line, columns);
    return scenario.kind === 'jukebox' ? { inputs: row.inputs, outputs: outputsOf(row.inputs) } : row;
  });
}
