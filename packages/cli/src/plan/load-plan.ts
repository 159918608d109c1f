import { CoreError } from '@soundcheck/query';
import type { Plan } from '@soundcheck/monitors';
import { problemLine, readMonitorsFile } from './read-file.ts';

/**
 * The plan in a file.
 * @throws CoreError with everything that is wrong in it, by line and column; UsageError where it cannot be read
 */
export function loadPlan(path: string): Plan {
  const read = readMonitorsFile(path);
  if ('problems' in read) {
    throw new CoreError(read.problems.map((problem) => problemLine(path, problem)).join('\n'));
  }
  return read.plan;
}
