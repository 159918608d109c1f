import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseDocument } from 'yaml';

/** What a new version changes of a model in monitors.yaml. */
export interface NewVersion {
  version: string;
  reference: { tag: string; rows: number; storedRows: number };
}

/** Writes a model's new version and reference; everything else of the file stays, comments included. */
export function writeVersion(file: string, model: string, { version, reference }: NewVersion): void {
  const document = parseDocument(readFileSync(file, 'utf8'));
  if (!document.hasIn(['models', model])) {
    throw new Error(`${file} has no model "${model}": there is nothing to write version ${version} into.`);
  }
  document.setIn(['models', model, 'version'], version);
  document.setIn(['models', model, 'reference'], document.createNode(reference));
  // Whole or not at all: reconciling reads it meanwhile.
  writeFileSync(`${file}.new`, document.toString());
  renameSync(`${file}.new`, file);
}
