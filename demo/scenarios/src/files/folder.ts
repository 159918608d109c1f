import { createWriteStream, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BadInput } from '../bad-input.ts';
import { samples } from '../model-server/sampling.ts';
import { openMetrics } from '../model-server/openmetrics.ts';
import { envelope } from '../logs/envelope.ts';
import { historyLogs } from '../logs/history.ts';
import { replayEvents } from '../trustyai/events.ts';
import { csvText } from './csv-text.ts';
import { scenarioFile } from './scenario-file.ts';
import type { LogLine } from '../logs/envelope.ts';
import type { Scenario } from '../scenario.ts';

export interface Placement {
  folder: string;
  /** When history ends, in epoch milliseconds. */
  nowMs: number;
  /** The label `instance` of the model server's series. */
  instance: string;
}

export const fileNames = {
  events: 'events.ndjson',
  openMetrics: 'model-server.openmetrics',
  scenario: 'scenario.json',
  reference: 'reference.csv',
  current: 'current.csv',
  logs: 'logs.ndjson',
  logCounts: 'logs.json',
};

export interface WrittenFile {
  name: string;
  bytes: number;
}

/** Writes everything that `prepare` promises into the folder, making it if needed. */
export async function writeFolder(scenario: Scenario, placement: Placement): Promise<WrittenFile[]> {
  const { folder, nowMs, instance } = placement;
  const at = (name: string) => join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    await writePieces(at(fileNames.events), eventLines(scenario, nowMs));
    await writePieces(at(fileNames.openMetrics), openMetrics(scenario, samples(scenario, nowMs), instance));
    const { lines, counts } = historyLogs(scenario, nowMs);
    await writePieces(at(fileNames.logs), logLines(scenario, lines));
    writeFileSync(at(fileNames.logCounts), `${JSON.stringify(counts, null, 2)}\n`);
    writeFileSync(at(fileNames.reference), csvText(scenario.referenceTable));
    writeFileSync(at(fileNames.current), csvText(scenario.currentTable));
    // Last: where it stands, the other files are whole.
    writeFileSync(at(fileNames.scenario), `${JSON.stringify(scenarioFile(scenario, placement), null, 2)}\n`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BadInput(`Cannot write into ${folder}: ${reason}. Choose another folder with --out.`);
  }
  return Object.values(fileNames).map((name) => ({ name, bytes: statSync(at(name)).size }));
}

function writePieces(file: string, pieces: Generator<string>): Promise<void> {
  return pipeline(Readable.from(pieces), createWriteStream(file));
}

function* eventLines(scenario: Scenario, nowMs: number): Generator<string> {
  for (const event of replayEvents(scenario, nowMs)) {
    yield `${JSON.stringify(event)}\n`;
  }
}

function* logLines(scenario: Scenario, lines: LogLine[]): Generator<string> {
  for (const line of lines) {
    yield `${envelope(scenario, line)}\n`;
  }
}
