import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

export const pnpmVersion = '10.34.9';

/** On Windows npm's programs are .cmd files, which only a shell can run. */
export const shell = process.platform === 'win32';

/**
 * PATH with pnpm on it. turbo runs a package's scripts by the pnpm that it finds there, and a machine with only Node has
 * none; `npx` keeps one in npm's own cache, whose folder is looked up once and noted.
 * @param {string} root the repository
 * @param {string} path the PATH of now
 * @returns {string}
 */
export function pathWithPnpm(root, path) {
  const note = join(root, '.cache', 'pnpm-folder');
  const noted = existsSync(note) ? readFileSync(note, 'utf8').trim() : '';
  if (noted && existsSync(join(noted, 'pnpm'))) {
    return noted + delimiter + path;
  }
  const asked = spawnSync(
    'npx',
    ['--yes', '--package', `pnpm@${pnpmVersion}`, '--', 'node', '-p', 'process.env.PATH'],
    {
      cwd: root,
      encoding: 'utf8',
      shell,
    }
  );
  const folder = (asked.stdout ?? '')
    .trim()
    .split(delimiter)
    .find((entry) => existsSync(join(entry, 'pnpm')));
  if (!folder) {
    return path;
  }
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, `${folder}\n`);
  return folder + delimiter + path;
}
