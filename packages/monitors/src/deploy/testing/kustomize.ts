import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import * as v from 'valibot';
import { root } from './example.ts';
import type { RenderedFile } from '../../contract.ts';

const program = join(root, '.cache/bin/kustomize');

export const hasKustomize = existsSync(program);
if (!hasKustomize) {
  console.warn('.cache/bin/kustomize is not built: the tests that build the overlays are skipped.');
}

const anObject = v.looseObject({
  apiVersion: v.string(),
  kind: v.string(),
  metadata: v.looseObject({ name: v.string(), namespace: v.optional(v.string()) }),
});

/** An object as it stands in a file, decoded as far as tests ask for it. */
export type FoundObject = v.InferOutput<typeof anObject>;

export function documentsIn(text: string): unknown[] {
  return parseAllDocuments(text).map((document): unknown => document.toJS());
}

/** What is applied: a kustomization and a configuration are no objects. */
export function objectsIn(text: string): FoundObject[] {
  return documentsIn(text).filter((one) => v.is(anObject, one));
}

/** Writes files into a fresh folder. */
export function folderWith(files: readonly RenderedFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-deploy-'));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** What `kubectl apply -k` would apply; throws with kustomize's own words. */
export function build(folder: string): FoundObject[] {
  return objectsIn(execFileSync(program, ['build', folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** All values of a field anywhere in an object. */
export function valuesOf(within: unknown, field: string): unknown[] {
  if (typeof within !== 'object' || within === null) {
    return [];
  }
  return Object.entries(within).flatMap(([key, value]: [string, unknown]) => [
    ...(key === field && !Array.isArray(within) ? [value] : []),
    ...valuesOf(value, field),
  ]);
}
