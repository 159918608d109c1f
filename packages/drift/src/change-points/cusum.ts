import { notDefined } from '../errors.ts';
import type { DriftError } from '../types.ts';
import { changeDetector } from './change-detector.ts';
import type { ChangeDetector, DetectorCore } from './change-detector.ts';
import { modeInWords } from './change-mode.ts';
import { optionProblem } from '../option-problem.ts';
import type { ChangeMode } from './change-mode.ts';
import { oneSidedSum } from './one-sided-sum.ts';

/** Level and sensitivity of CUSUM. */
export interface CusumOptions {
  /** Mean of the series without a change. Given with `sd` or not at all. */
  mean?: number;
  /** Standard deviation of the series without a change. Given with `mean` or not at all. */
  sd?: number;
  /** Without mean and sd: first values to learn them from. Default 50. */
  learn?: number;
  /** Half of the shift worth detecting, in standard deviations. Default 0.5. */
  allowance?: number;
  /** Limit of the sums, in standard deviations. Default 5. */
  limit?: number;
  /** Which changes count. Default `both`. */
  mode?: ChangeMode;
}

/** Mean and standard deviation value by value (Welford 1962). */
function runningMoments() {
  let [n, mean, squares] = [0, 0, 0];
  return {
    add(x: number) {
      n += 1;
      const before = x - mean;
      mean += before / n;
      squares += before * (x - mean);
    },
    n: () => n,
    mean: () => (n > 0 ? mean : NaN),
    sd: () => Math.sqrt(squares / (n - 1)),
  };
}

function problemOf(options: CusumOptions): DriftError | undefined {
  const { mean, sd, learn = 50, allowance = 0.5, limit = 5 } = options;
  if ((mean === undefined) !== (sd === undefined)) {
    return notDefined('CUSUM has only one of mean and sd: give both, or neither to have them learned.');
  }
  return optionProblem([
    ['mean', mean ?? 0, -Number.MAX_VALUE, Number.MAX_VALUE],
    ['sd', sd ?? 1, Number.MIN_VALUE, Number.MAX_VALUE],
    ['learn', learn, 2, Number.MAX_SAFE_INTEGER, 'whole'],
    ['allowance', allowance, 0, Number.MAX_VALUE],
    ['limit', limit, 0, Number.MAX_VALUE],
  ]);
}

/**
 * Two-sided tabular CUSUM: C⁺ ← max(0, C⁺ + z − k), C⁻ ← max(0, C⁻ − z − k) with z = (x − mean) / sd; detected where a
 * side is above the limit h. Page 1954; Montgomery, Introduction to Statistical Quality Control, 9.1 (k = 0.5, h = 5:
 * a false alarm in 465 values, a shift of one sd found within 10.4 on average, where mean and sd are known).
 *
 * A learned mean and sd raise the false alarms: by how much depends on `learn`. The learning goes on while all values
 * are equal. After a detection a given mean stays; a learned one is learned anew.
 * `not defined` where an option is out of its range, or only one of mean and sd is given.
 */
export function cusum(options: CusumOptions = {}): ChangeDetector | DriftError {
  const problem = problemOf(options);
  if (problem) {
    return problem;
  }
  const { mean, sd, learn = 50, allowance = 0.5, limit = 5, mode = 'both' } = options;
  const [up, down] = [oneSidedSum('clamped'), oneSidedSum('clamped')];
  let learned = runningMoments();
  let [n, judged] = [0, 0];
  const level = () => ({ mean: mean ?? learned.mean(), sd: sd ?? learned.sd() });
  const leading = () => (mode === 'up' || (mode === 'both' && up.statistic() >= down.statistic()) ? up : down);
  const core: DetectorCore = {
    name: `CUSUM, ${modeInWords[mode]}`,
    take(x) {
      n += 1;
      if (mean === undefined && judged === 0 && !(learned.n() >= learn && learned.sd() > 0)) {
        learned.add(x);
        return false;
      }
      judged += 1;
      const at = level();
      up.add((x - at.mean) / at.sd, allowance);
      down.add((at.mean - x) / at.sd, allowance);
      return leading().statistic() > limit;
    },
    state() {
      const side = leading();
      const statistic = side.statistic();
      const sinceChange = side.sinceFloor();
      const at = level();
      const shift = statistic > 0 ? at.sd * (allowance + statistic / sinceChange) : 0;
      return {
        n,
        // Montgomery (9.5): the new mean, as the side that leads sees it.
        estimate: side === up ? at.mean + shift : at.mean - shift,
        statistic,
        limit,
        ...(statistic > 0 ? { direction: side === up ? 'up' : 'down' } : {}),
        sinceChange,
      };
    },
    restart() {
      [n, judged] = [0, 0];
      learned = runningMoments();
      up.restart();
      down.restart();
    },
  };
  return changeDetector(core);
}
