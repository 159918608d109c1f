/**
 * `npm test`: everything that must hold, stage by stage, and one closing line.
 * `npm test -- unit go` runs only the named stages.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './run-command.ts';
import { stages } from './stages.ts';
import { add, none } from './counts.ts';

/** Tests against recordings find them by this variable; under CI they must be there. */
function locateRecordings(): string | undefined {
  const folder = process.env.SOUNDCHECK_RECORDINGS;
  if (!folder) {
    console.log('SOUNDCHECK_RECORDINGS is not set: tests against recorded replies are skipped.');
    return process.env.CI === 'true' ? 'CI needs SOUNDCHECK_RECORDINGS: the folder of recorded replies.' : undefined;
  }
  process.env.SOUNDCHECK_RECORDINGS = resolve(root, folder);
  return existsSync(process.env.SOUNDCHECK_RECORDINGS)
    ? undefined
    : `SOUNDCHECK_RECORDINGS names ${process.env.SOUNDCHECK_RECORDINGS}, which does not exist.`;
}

async function main(wanted: string[]): Promise<number> {
  const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    console.error(`No stage is called ${unknown.join(', ')}. Stages: ${stages.map((s) => s.name).join(', ')}.`);
    return 2;
  }
  const problem = locateRecordings();
  if (problem) {
    console.error(problem);
    return 1;
  }
  let total = none;
  const rows: string[] = [];
  for (const stage of stages.filter((s) => wanted.length === 0 || wanted.includes(s.name))) {
    console.log(`\n=== ${stage.name}: ${stage.what}`);
    const began = Date.now();
    const counts = await stage.run();
    total = add(total, counts);
    const seconds = ((Date.now() - began) / 1000).toFixed(0);
    rows.push(
      `${stage.name.padEnd(10)} ${String(counts.passed).padStart(5)} passed ${String(counts.failed).padStart(4)} failed` +
        ` ${String(counts.skipped).padStart(4)} skipped ${seconds.padStart(5)} s`
    );
  }
  console.log(`\n${rows.join('\n')}\n`);
  for (const remark of total.remarks) {
    console.log(remark);
  }
  console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
