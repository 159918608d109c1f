import { join } from 'node:path';
import { runFolder } from '../paths.ts';
import { lastWords } from '../run/log-tail.ts';
import { typescript } from '../run/typescript.ts';
import { Sentence } from '../sentence.ts';
import type { Children } from '../run/children.ts';

/** Writes the drift panel's gallery, in the layout of a provisioning folder. Returns that folder. */
export async function prepareGallery(children: Children): Promise<string> {
  const folder = join(runFolder, 'gallery');
  const { ok, outcome, log } = await children.run({
    name: 'gallery',
    ...typescript('demo/gallery/src/main.ts', ['--out', folder]),
  });
  if (!ok) {
    throw new Sentence(`The gallery could not be made (${outcome}). ${lastWords(log)}`);
  }
  return folder;
}
