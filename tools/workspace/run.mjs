/**
 * Makes a clone runnable with nothing but Node, then runs a TypeScript file of it:
 * `node tools/workspace/run.mjs FILE [ARGUMENTS]`. Plain JavaScript without dependencies, because it runs before any is
 * installed. Arguments, signals and the exit code pass through.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { install, installIsDue } from './install.mjs';
import { nodeVersionProblem } from './node-version.mjs';
import { pathWithPnpm } from './pnpm.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** `kill` of npm ends npm and the shell that it ran us by, and tells us nothing. */
function stopWithParent(child) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(watch);
      child.kill('SIGTERM');
    }
  }, 500);
  watch.unref();
}

function run(file, args) {
  const loader = pathToFileURL(createRequire(join(root, 'package.json')).resolve('tsx')).href;
  const child = spawn(process.execPath, ['--import', loader, join(root, file), ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: pathWithPnpm(root, process.env.PATH ?? '') },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  if (process.env.npm_lifecycle_event) {
    stopWithParent(child);
  }
  child.on('error', (error) => stop(`${file} could not be started: ${error.message}`));
  child.on('close', (code, signal) => {
    process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
  });
}

const [file, ...args] = process.argv.slice(2);
if (!file) {
  stop('Say which file to run: node tools/workspace/run.mjs FILE [ARGUMENTS]');
}
const tooOld = nodeVersionProblem(process.versions.node);
if (tooOld) {
  stop(tooOld);
}
if (installIsDue(root)) {
  const failed = await install(root);
  if (failed) {
    stop(failed);
  }
}
run(file, args);
