import { CoreError } from '@soundcheck/query';
import type { Plan } from '@soundcheck/monitors';

/** The plan in a file. @throws CoreError with every error of the file, line and column */
export async function loadPlan(path: string): Promise<Plan> {
  throw new CoreError(`${path} cannot be read yet.`);
}
