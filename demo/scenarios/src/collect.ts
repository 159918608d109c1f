import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadInput } from './bad-input.ts';
import { csvText } from './files/csv-text.ts';
import { fileNames } from './files/folder.ts';
import { readScenarioFile } from './files/scenario-file.ts';
import { songAfterHistory } from './jukebox/jukebox.ts';
import { outputColumns } from './jukebox/song.ts';
import type { CollectOptions } from './arguments.ts';

/** Songs gathered for training are others than those that live traffic sends. */
const firstSong = 1_000_000;

/**
 * Writes new rows of the season with the model's outputs, one column an output: what a training on today's data would
 * begin with. Returns what to tell the user.
 * @throws BadInput for a scenario without new rows, or where the file cannot be written
 */
export function collect({ dir, rows, out }: CollectOptions): string {
  const scenario = readScenarioFile(join(dir, fileNames.scenario));
  if (scenario.kind !== 'jukebox') {
    throw new BadInput('Only the jukebox has new rows to collect: your own files hold all there are.');
  }
  const songs = Array.from({ length: rows }, (_row, i) => songAfterHistory(scenario.seed, firstSong + i));
  const table = {
    header: [...scenario.features, ...outputColumns],
    rows: songs.map((song) => [...song.inputs, ...song.outputs].map(String)),
  };
  try {
    writeFileSync(out, csvText(table));
  } catch (error) {
    throw new BadInput(`Cannot write ${out}: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return `${rows} new rows of ${scenario.model} written to ${out}.`;
}
