import { say } from '../progress.ts';
import { wordsOf } from '../sentence.ts';
import { buildPart } from './build.ts';
import { installDebian } from './debian.ts';
import { findBuilt, findPart } from './find.ts';
import { findProgram } from './on-path.ts';
import type { Children } from '../run/children.ts';
import type { FoundPart, NativePart } from './part.ts';

export interface Choice {
  children: Children;
  /** Whether Debian's package may be used. */
  debian: boolean;
}

/**
 * Takes a native part from the first place that has it: built here earlier, built now, PATH, Debian. Says which.
 * @returns undefined where none has it; that is said too
 */
export async function choosePart(part: NativePart, { children, debian }: Choice): Promise<FoundPart | undefined> {
  const found = (await findBuilt(part)) ?? (await build(part, children)) ?? (await elsewhere(part, children, debian));
  if (found) {
    say(`  ${part.title} ${found.version}, ${found.origin}`);
  } else if (!children.stopping) {
    say(`  ${part.title} is absent. ${part.without}`);
  }
  return found;
}

async function build(part: NativePart, children: Children): Promise<FoundPart | undefined> {
  const go = findProgram(['go']);
  return go ? attempt(() => buildPart(part, go, children), children) : undefined;
}

async function elsewhere(part: NativePart, children: Children, debian: boolean): Promise<FoundPart | undefined> {
  const onPath = await findPart(part, process.env.PATH ?? '', 'on PATH');
  return onPath ?? (debian ? attempt(() => installDebian(part, children), children) : undefined);
}

/** One place that fails is told, and the next one is tried. */
async function attempt(work: () => Promise<FoundPart>, children: Children): Promise<FoundPart | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!children.stopping) {
      say(`  ${wordsOf(error)}`);
    }
    return undefined;
  }
}
