import type { Plan } from '../contract.ts';
import { readMonitors } from '../file/read.ts';
import { planOf } from '../plan/plan.ts';

/** The plan of a file that is right; throws its problems where it is not. */
export function planOfText(text: string): Plan {
  const reading = readMonitors(text);
  if ('problems' in reading) {
    throw new Error(reading.problems.map(({ line, message }) => `${String(line)}: ${message}`).join('\n'));
  }
  return planOf(reading.file);
}
