import { readFileSync } from 'node:fs';
import { Sentence } from '../sentence.ts';

/** What this part needs of scenario.json, which `scenarios prepare` writes. */
export interface Scenario {
  model: string;
  namespace: string;
  /** Label `instance` of the model server's history; its scrape must set the same. */
  instance: string;
  features: string[];
  batchSize: number;
  referenceRows: number;
}

/** @throws Sentence where a field is missing or of another type */
export function readScenario(file: string): Scenario {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const fields = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const text = (name: string) => {
    const field = fields.get(name);
    return typeof field === 'string' ? field : missing(file, name, 'a text');
  };
  const count = (name: string) => {
    const field = fields.get(name);
    return typeof field === 'number' && field > 0 ? field : missing(file, name, 'a number above 0');
  };
  const features = fields.get('features');
  return {
    model: text('model'),
    namespace: text('namespace'),
    instance: text('instance'),
    batchSize: count('batchSize'),
    referenceRows: count('referenceRows'),
    features: isTexts(features) ? features : missing(file, 'features', 'a list of names'),
  };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
}

function missing(file: string, name: string, what: string): never {
  throw new Sentence(`${file} has no "${name}" that is ${what}. demo/scenarios writes it: see writeFolder there.`);
}
