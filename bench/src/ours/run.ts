/**
 * One of our jobs in a process of its own: `run.ts JOB FOLDER INPUT WARM_UP`. The job runs once on the first WARM_UP
 * features, then once on all of them, timed. Prints a `Measurement`.
 */
import { inputs } from '../inputs.ts';
import type { InputName } from '../inputs.ts';
import type { Measurement } from '../answer.ts';
import { jobs } from './jobs.ts';
import type { OurJob } from './jobs.ts';
import { firstFeatures, readSamples } from './samples.ts';

function isJob(name: string): name is OurJob {
  return name in jobs;
}

function isInput(name: string): name is InputName {
  return name in inputs;
}

const [name = '', folder = '', input = '', warmUp = '0'] = process.argv.slice(2);
if (!isJob(name) || !isInput(input)) {
  throw new Error(`No job ${name} on ${input}.`);
}
const job = jobs[name];
const samples = readSamples(folder, input);
if (Number(warmUp) > 0) {
  job(firstFeatures(samples, Number(warmUp)))();
}
const run = job(samples);
const began = performance.now();
const answer = run();
const seconds = (performance.now() - began) / 1000;
const measurement: Measurement = { ...answer, seconds, peakBytes: process.resourceUsage().maxRSS * 1024 };
process.stdout.write(JSON.stringify(measurement));
