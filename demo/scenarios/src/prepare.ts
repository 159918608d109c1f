import { writeFolder } from './files/folder.ts';
import { jukebox } from './jukebox/jukebox.ts';
import { ownData } from './own-data/own-data.ts';
import type { OwnData } from './own-data/own-data.ts';
import type { PrepareOptions } from './arguments.ts';

/** Builds the scenario, writes its folder and returns what to tell the user, a sentence a line. */
export async function prepare({ out, nowMs, seed, instance, ownData: own }: PrepareOptions): Promise<string[]> {
  const { scenario, notes }: OwnData = own ? ownData({ ...own, seed }) : { scenario: jukebox(seed), notes: [] };
  const files = await writeFolder(scenario, { folder: out, nowMs, instance });
  const size = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  return [
    `${scenario.model}: ${scenario.features.length} features, ${scenario.reference.length} reference rows, ` +
      `${scenario.history.length} inferences up to ${new Date(nowMs).toISOString()}, window of ${scenario.batchSize}.`,
    scenario.timeNote,
    ...notes,
    `Written to ${out}: ${files.map(({ name, bytes }) => `${name} (${size(bytes)})`).join(', ')}.`,
  ];
}
