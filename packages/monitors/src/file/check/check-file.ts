import type { Finding } from '../problem.ts';
import type { MonitorsFile } from '../shape.ts';
import { checkLimits } from './limits.ts';
import { checkMetric } from './metric.ts';
import { checkNames } from './names.ts';
import { checkNotify } from './notify.ts';
import { checkRows } from './rows.ts';
import { checkSteps } from './steps.ts';
import { checkTwins } from './twins.ts';

/** What only makes sense together, in a file whose shape is right. A mistake in `defaults` is found at each monitor. */
export function checkFile(file: MonitorsFile): Finding[] {
  const unnamed = checkNames(file);
  if (unnamed.length > 0) {
    return unnamed;
  }
  const each = [checkMetric, checkRows, checkLimits, checkSteps];
  return [
    ...file.monitors.flatMap((_, index) => each.flatMap((check) => check(file, index))),
    ...checkTwins(file),
    ...checkNotify(file),
  ];
}
