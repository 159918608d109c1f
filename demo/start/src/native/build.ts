import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { step } from '../progress.ts';
import { binFolder, cache, logFolder, root } from '../paths.ts';
import { lastWords } from '../run/log-tail.ts';
import { Sentence } from '../sentence.ts';
import { findBuilt } from './find.ts';
import type { Children, Program } from '../run/children.ts';
import type { FoundPart, NativePart } from './part.ts';

/** A Go program at low priority: the page stays quick while it compiles. */
export function niceGo(go: string, args: string[]): Pick<Program, 'command' | 'args'> {
  return process.platform === 'win32' ? { command: go, args } : { command: 'nice', args: ['-n', '10', go, ...args] };
}

/**
 * Builds a part from its pinned module into .cache/bin.
 * @throws Sentence where that fails
 */
export async function buildPart(part: NativePart, go: string, children: Children): Promise<FoundPart> {
  const fresh = join(cache, 'bin.fresh', part.id);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  mkdirSync(binFolder, { recursive: true });
  const packages = part.programs.map((program) => program.goPackage);
  const ldflags = `-s -w -X ${part.versionVariable}=${part.version}`;
  const name = `build-${part.id}`;
  const build = await step(
    `${part.title}: building from ${part.module} in the background (the first time ${part.buildTakes})`,
    () =>
      children.run({
        name,
        ...niceGo(go, ['build', '-v', '-trimpath', '-ldflags', ldflags, '-o', `${fresh}/`, ...packages]),
        cwd: join(root, part.module),
        env: { CGO_ENABLED: '0', GOFLAGS: `${process.env.GOFLAGS ?? ''} ${part.goFlags}`.trim() },
      }),
    { log: join(logFolder, `${name}.log`), background: true }
  );
  if (!build.ok) {
    throw new Sentence(
      `${part.title} could not be built from ${part.module} (${build.outcome}). ${lastWords(build.log)}`
    );
  }
  for (const program of part.programs) {
    renameSync(join(fresh, program.name), join(binFolder, program.name));
  }
  rmSync(dirname(fresh), { recursive: true, force: true });
  const built = await findBuilt(part);
  if (!built) {
    throw new Sentence(
      `${part.title} was built, but ${join(binFolder, part.id)} does not say version ${part.version}.`
    );
  }
  return built;
}
