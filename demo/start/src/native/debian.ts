import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { step } from '../progress.ts';
import { cache } from '../paths.ts';
import { lastWords } from '../run/log-tail.ts';
import { Sentence } from '../sentence.ts';
import { findPart } from './find.ts';
import { findProgram } from './on-path.ts';
import type { Children } from '../run/children.ts';
import type { FoundPart, NativePart } from './part.ts';

/**
 * Unpacks Debian's package into .cache/debian. It is not installed: nothing on the machine changes, and no service of
 * the package starts by itself.
 * @throws Sentence where that cannot be done
 */
export async function unpackDebian(part: NativePart, children: Children): Promise<FoundPart> {
  const origin = `Debian's ${part.debianPackage}`;
  const folder = join(cache, 'debian');
  const programs = join(folder, 'usr', 'bin');
  const earlier = await findPart(part, programs, origin);
  if (earlier) {
    return earlier;
  }
  if (!findProgram(['apt-get']) || process.getuid?.() !== 0) {
    throw new Sentence(
      `--debian works on Debian and its relatives as root: it asks apt-get for ${part.debianPackage}.`
    );
  }
  mkdirSync(folder, { recursive: true });
  const run = async (name: string, command: string, args: string[]) => {
    const result = await children.run({ name: `${name}-${part.id}`, command, args, cwd: folder });
    if (!result.ok) {
      throw new Sentence(
        `${part.title}: ${command} ${args.join(' ')} failed (${result.outcome}). ${lastWords(result.log)}`
      );
    }
  };
  await step(`${part.title}: fetching ${origin}`, async () => {
    await run('apt-update', 'apt-get', ['update']);
    await run('apt-download', 'apt-get', ['download', part.debianPackage]);
    const file = readdirSync(folder).find((name) => name.startsWith(`${part.debianPackage}_`) && name.endsWith('.deb'));
    await run('unpack', 'dpkg-deb', ['--extract', file ?? part.debianPackage, folder]);
  });
  const found = await findPart(part, programs, origin);
  if (!found) {
    throw new Sentence(`${part.title}: ${origin} holds no program that runs here.`);
  }
  return found;
}
