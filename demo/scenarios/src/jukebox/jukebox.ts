import { hourMs, weekMs } from '../scenario.ts';
import { currentSong, outputNames, outputTensor, referenceSong } from './song.ts';
import { requestCount, requestTimes } from './request-times.ts';
import { songFeatures } from './features.ts';
import type { Fairness, Row, Scenario, Table } from '../scenario.ts';

/** The seed whose week shows what README.md promises; src/jukebox/jukebox.test.ts holds it to that. */
export const defaultSeed = 687;

export const referenceRows = 5000;
export const batchSize = 500;

/** Do explicit songs come on air as often as the others? */
const fairness: Fairness = {
  protectedAttribute: 'is_explicit',
  privileged: 0,
  unprivileged: 1,
  outcome: 'on_air',
  favorable: 1,
  batchSize: 2000,
};

function table(rows: Row[]): Table {
  return { header: songFeatures.map((f) => f.name), rows: rows.map((row) => row.inputs.map(String)) };
}

/** The jukebox scenario: everything but the time at which its week ends. */
export function jukebox(seed: number): Scenario {
  const reference = Array.from({ length: referenceRows }, (_row, i) => referenceSong(seed, i));
  const history = requestTimes(seed).map((offsetMs, i) => ({ offsetMs, ...currentSong(seed, i, offsetMs / hourMs) }));
  return {
    kind: 'jukebox',
    model: 'jukebox',
    namespace: 'jukebox-prod',
    seed,
    features: songFeatures.map((f) => f.name),
    outputTensor,
    outputNames,
    fairness,
    hasPrediction: false,
    reference,
    history,
    startMs: -weekMs,
    batchSize,
    description:
      'Made-up songs sent to a jukebox model: a slow change of taste over the week and a Christmas season in its last two days.',
    timeNote: 'Generated: a week of requests that ends when the demo was prepared; the rows depend on the seed alone.',
    referenceTable: table(reference),
    currentTable: table(history.slice(-batchSize)),
  };
}

/** Row `k` (from 0) after the end of history: the season goes on. */
export function songAfterHistory(seed: number, k: number): Row {
  return currentSong(seed, requestCount + k, 0);
}
