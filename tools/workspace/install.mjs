import { spawn } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pnpmVersion, shell } from './pnpm.mjs';

const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET|META_FETCH_FAIL|network/i;

/** What pnpm writes last when an install has succeeded. */
const marker = (root) => join(root, 'node_modules', '.modules.yaml');

/**
 * @param {string} root the repository
 * @returns {boolean} whether packages are missing or older than the lockfile
 */
export function installIsDue(root) {
  if (!existsSync(marker(root))) {
    return true;
  }
  return statSync(marker(root)).mtimeMs < statSync(join(root, 'pnpm-lock.yaml')).mtimeMs;
}

/**
 * Installs the workspace's packages exactly as locked, with a line of progress every few seconds.
 * @param {string} root the repository
 * @returns {Promise<string | undefined>} a sentence where it failed
 */
export async function install(root) {
  console.log('Installing packages (on a new clone a minute or two) ...');
  const began = Date.now();
  const { code, lines } = await runInstall(root);
  if (code === 0) {
    const now = new Date();
    utimesSync(marker(root), now, now);
    console.log(`Packages installed in ${Math.round((Date.now() - began) / 1000)} s.`);
    return undefined;
  }
  const tail = lines.slice(-15).join('\n');
  if (unreachable.test(tail)) {
    return `The packages could not be fetched: the npm registry does not answer. Check the network or the proxy (npm config get registry) and run the command again.\n${tail}`;
  }
  return `Installing the packages failed. What pnpm said last:\n${tail}`;
}

/** @returns {Promise<{ code: number | null, lines: string[] }>} */
function runInstall(root) {
  const flags = ['--frozen-lockfile', '--reporter=append-only', '--config.confirmModulesPurge=false'];
  const child = spawn('npx', ['--yes', `pnpm@${pnpmVersion}`, 'install', ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell,
  });
  /** @type {string[]} */
  const lines = [];
  let shown = Date.now();
  const read = (line) => {
    if (line.startsWith('Progress:')) {
      if (Date.now() - shown >= 3000) {
        shown = Date.now();
        console.log(`  ${line}`);
      }
    } else if (line.trim()) {
      lines.push(line);
    }
  };
  createInterface({ input: child.stdout }).on('line', read);
  createInterface({ input: child.stderr }).on('line', read);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, lines: [...lines, `npx did not run: ${error.message}`] }));
    child.on('close', (code) => resolve({ code, lines }));
  });
}
