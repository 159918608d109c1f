import { appendFileSync } from 'node:fs';
import { envelope } from './envelope.ts';
import { requestLines } from './request-lines.ts';
import type { LiveScenario } from '../files/scenario-file.ts';
import type { Row } from '../scenario.ts';

/** Appends to a file what each live request leaves in the logs; requests are counted on from the end of history. */
export function liveLog(scenario: LiveScenario, file: string): (row: Row) => void {
  let index = scenario.historyRows;
  return (row) => {
    const lines = requestLines(scenario, { at: Date.now(), index, row });
    index += 1;
    appendFileSync(file, lines.map((line) => `${envelope(scenario, line)}\n`).join(''));
  };
}
