import { jobs } from './ours/jobs.ts';
import { readSamples } from './ours/samples.ts';
const s = readSamples(process.argv[3]!, process.argv[4] as never);
const run = (jobs as any)[process.argv[2]!](s);
const o: string[] = [];
for (let i = 0; i < Number(process.argv[5] ?? 5); i++) { const t = performance.now(); run(); o.push((performance.now() - t).toFixed(1)); }
console.log(o.join(' '));
