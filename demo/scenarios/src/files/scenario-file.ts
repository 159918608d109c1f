import { readFileSync } from 'node:fs';
import { BadInput } from '../bad-input.ts';
import { sampleEveryMs } from '../model-server/sampling.ts';
import type { Scenario } from '../scenario.ts';

/** scenario.json: what other parts of the demo, and `live`, need to know. */
export interface ScenarioFile {
  kind: 'jukebox' | 'own-data';
  model: string;
  namespace: string;
  /** Label `instance` of the model server's series; the scrape of the live one must set the same. */
  instance: string;
  features: string[];
  outputTensor: string;
  /** Whether outputs are the column `prediction` of the user's own files. */
  hasPrediction: boolean;
  batchSize: number;
  referenceRows: number;
  /** Rows in current.csv: the window at the end of history. */
  currentRows: number;
  /** Inferences in the whole of history. */
  historyRows: number;
  seed: number;
  /** Epoch milliseconds. */
  startMs: number;
  nowMs: number;
  sampleEverySeconds: number;
  description: string;
  timeNote: string;
}

export function scenarioFile(scenario: Scenario, end: { nowMs: number; instance: string }): ScenarioFile {
  return {
    kind: scenario.kind,
    model: scenario.model,
    namespace: scenario.namespace,
    instance: end.instance,
    features: scenario.features,
    outputTensor: scenario.outputTensor,
    hasPrediction: scenario.hasPrediction,
    batchSize: scenario.batchSize,
    referenceRows: scenario.reference.length,
    currentRows: scenario.currentTable.rows.length,
    historyRows: scenario.history.length,
    seed: scenario.seed,
    startMs: end.nowMs + scenario.startMs,
    nowMs: end.nowMs,
    sampleEverySeconds: sampleEveryMs / 1000,
    description: scenario.description,
    timeNote: scenario.timeNote,
  };
}

/** The part of scenario.json that `live` needs. */
export type LiveScenario = Pick<
  ScenarioFile,
  'kind' | 'model' | 'namespace' | 'features' | 'outputTensor' | 'hasPrediction' | 'historyRows' | 'seed'
>;

/** @throws BadInput where the file is missing or is not what `prepare` writes. */
export function readScenarioFile(file: string): LiveScenario {
  const remedy = 'Run "prepare --out" with the same folder first.';
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new BadInput(`${file} cannot be read. ${remedy}`);
  }
  const scenario = decode(text);
  if (scenario === undefined) {
    throw new BadInput(`${file} is not a scenario written by "prepare". ${remedy}`);
  }
  return scenario;
}

function decode(text: string): LiveScenario | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  const kind = fields.get('kind');
  const model = fields.get('model');
  const namespace = fields.get('namespace');
  const outputTensor = fields.get('outputTensor');
  const hasPrediction = fields.get('hasPrediction');
  const features = fields.get('features');
  const historyRows = fields.get('historyRows');
  const seed = fields.get('seed');
  return (kind === 'jukebox' || kind === 'own-data') &&
    typeof model === 'string' &&
    typeof namespace === 'string' &&
    typeof outputTensor === 'string' &&
    typeof hasPrediction === 'boolean' &&
    isTexts(features) &&
    typeof historyRows === 'number' &&
    typeof seed === 'number'
    ? { kind, model, namespace, features, outputTensor, hasPrediction, historyRows, seed }
    : undefined;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
