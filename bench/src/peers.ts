import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.ts';

export type PeerName = 'scipy' | 'evidently' | 'nannyml';

/** A peer that can be asked, with the versions of what it is made of, or the sentence that says why not. */
export type Peer = { python: string; versions: Record<string, string> } | { problem: string };

type Place = { python: string } | { problem: string };

const peersFolder = join(root, 'bench/peers');

/** The environment of the Python processes. Both variables slow numpy down where they are set for another machine. */
function environment(): NodeJS.ProcessEnv {
  const { OPENBLAS_CORETYPE: _core, OPENBLAS_L2_SIZE: _cache, ...rest } = process.env;
  return { ...rest, NML_DISABLE_USAGE_LOGGING: '1', DO_NOT_TRACK: '1' };
}

/** What a run of a peer's job prints. */
export function runPython(python: string, args: string[]): string {
  return execFileSync(python, [join(peersFolder, 'run.py'), ...args], {
    env: environment(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 28,
  });
}

/** Installs the pinned packages in a virtual environment of its own; gives the last lines of pip where that fails. */
function install(venv: string, requirements: string): string | undefined {
  rmSync(venv, { recursive: true, force: true });
  const steps: [string, string[]][] = [
    ['python3', ['-m', 'venv', venv]],
    [join(venv, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements]],
  ];
  for (const [command, args] of steps) {
    const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
    if (status !== 0) {
      return error?.message ?? stderr.trim().split('\n').slice(-3).join(' ');
    }
  }
  return undefined;
}

/** The pinned environment under `.cache/bench`, made where it is missing or pinned otherwise. */
function ownPlace(name: PeerName): Place {
  const venv = join(root, '.cache/bench', `venv-${name}`);
  const requirements = join(peersFolder, `${name}.txt`);
  const pins = readFileSync(requirements, 'utf8');
  const mark = join(venv, 'installed.txt');
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== pins) {
    if (spawnSync('python3', ['--version']).status !== 0) {
      return { problem: `${name} is left out, python3 is not on PATH: install Python 3.11 or newer.` };
    }
    console.log(`Installing ${name} in ${venv} ...`);
    mkdirSync(join(root, '.cache/bench'), { recursive: true });
    const failed = install(venv, requirements);
    if (failed) {
      return {
        problem: `${name} is left out, it could not be installed: check the network or the proxy (pip config list), and that python3 is 3.11 or newer with the module venv. pip said: ${failed}`,
      };
    }
    writeFileSync(mark, pins);
  }
  return { python: join(venv, 'bin/python') };
}

/** The Python of a peer: in the folder of SOUNDCHECK_BENCH_VENVS where that is set, else our own. */
function placeOf(name: PeerName): Place {
  const folder = process.env.SOUNDCHECK_BENCH_VENVS;
  if (!folder) {
    return ownPlace(name);
  }
  const python = join(folder, `venv-${name}`, 'bin/python');
  return existsSync(python)
    ? { python }
    : {
        problem: `${name} is left out, there is no ${python}: install ${name}.txt there, or unset SOUNDCHECK_BENCH_VENVS.`,
      };
}

/** A peer that is there and can be loaded. */
export function findPeer(name: PeerName): Peer {
  const place = placeOf(name);
  if ('problem' in place) {
    return place;
  }
  const { status, stdout, stderr } = spawnSync(place.python, [join(peersFolder, 'run.py'), 'versions', name], {
    env: environment(),
    encoding: 'utf8',
  });
  return status === 0
    ? { ...place, versions: JSON.parse(stdout) as Record<string, string> }
    : {
        problem: `${name} is left out, ${place.python} cannot load it: install ${name}.txt there. Python said: ${stderr.trim().split('\n').slice(-1).join('')}`,
      };
}
