import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Measurement } from './answer.ts';
import { inputs } from './inputs.ts';
import type { InputName } from './inputs.ts';
import type { OurJob } from './ours/jobs.ts';
import { runPython } from './peers.ts';
import { dataFolder, root } from './places.ts';

/** On which data set, and on how many of its features a job is warmed up; 0: not at all. */
export interface Setting {
  input: InputName;
  warmUp: number;
}

/** Runs a TypeScript file of the benchmark in a process of its own, with the loader that this one has. */
export function runScript(file: string, args: string[]): string {
  return execFileSync(process.execPath, [...process.execArgv, join(root, 'bench/src', file), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
  });
}

export function measureOurs(job: OurJob, { input, warmUp }: Setting): Measurement {
  return JSON.parse(runScript('ours/run.ts', [job, dataFolder, input, String(warmUp)])) as Measurement;
}

export function measurePeer(python: string, job: string, { input, warmUp }: Setting): Measurement {
  const args = [job, dataFolder, input, String(inputs[input].rows), String(warmUp)];
  return JSON.parse(runPython(python, args)) as Measurement;
}
