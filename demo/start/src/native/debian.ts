import { step } from '../progress.ts';
import { lastWords } from '../run/log-tail.ts';
import { Sentence } from '../sentence.ts';
import { findPart } from './find.ts';
import { findProgram } from './on-path.ts';
import type { Children } from '../run/children.ts';
import type { FoundPart, NativePart } from './part.ts';

/**
 * Installs Debian's package. Unpacking it into .cache would not do: Debian's Alertmanager reads its templates from
 * /usr/share.
 * @throws Sentence where that cannot be done
 */
export async function installDebian(part: NativePart, children: Children): Promise<FoundPart> {
  const { debianPackage } = part;
  if (debianPackage === undefined) {
    throw new Sentence(`${part.title} is no package of Debian's: it has to be built by Go.`);
  }
  if (!findProgram(['apt-get']) || process.getuid?.() !== 0) {
    throw new Sentence(`--debian needs Debian or a relative, and root: it asks apt-get for ${debianPackage}.`);
  }
  const aptGet = async (...args: string[]) => {
    const result = await children.run({
      name: `apt-${args[0]}-${part.id}`,
      command: 'apt-get',
      args,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (!result.ok) {
      throw new Sentence(
        `${part.title}: apt-get ${args.join(' ')} failed (${result.outcome}). ${lastWords(result.log)}`
      );
    }
  };
  await step(`${part.title}: installing Debian's ${debianPackage}`, async () => {
    await aptGet('update');
    await aptGet('install', '--yes', '--no-install-recommends', debianPackage);
  });
  const found = await findPart(part, process.env.PATH ?? '', `Debian's ${debianPackage}`);
  if (!found) {
    throw new Sentence(`${part.title}: Debian's ${debianPackage} is installed, but its programs are not on PATH.`);
  }
  return found;
}
