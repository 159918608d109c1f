import { binFolder } from '../paths.ts';
import { findProgram } from './on-path.ts';
import { versionOf } from './version.ts';
import type { FoundPart, NativePart } from './part.ts';

/** Looks for all programs of a part in the folders of `path`; undefined where one is missing or does not run. */
export async function findPart(part: NativePart, path: string, origin: string): Promise<FoundPart | undefined> {
  const programs = new Map<string, string>();
  for (const { name, debianName } of part.programs) {
    const found = findProgram(debianName ? [name, debianName] : [name], path);
    if (!found) {
      return undefined;
    }
    programs.set(name, found);
  }
  const server = programs.get(part.programs[0]?.name ?? '');
  const version = server && (await versionOf(server));
  return version ? { part, programs, origin, version } : undefined;
}

/** A part built here earlier, from the module as it is pinned now. */
export async function findBuilt(part: NativePart): Promise<FoundPart | undefined> {
  const found = await findPart(part, binFolder, `built from ${part.module}`);
  return found?.version === part.version ? found : undefined;
}
