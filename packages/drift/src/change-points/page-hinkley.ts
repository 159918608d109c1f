import type { DriftError } from '../types.ts';
import { changeDetector } from './change-detector.ts';
import type { ChangeDetector, DetectorCore } from './change-detector.ts';
import { modeInWords } from './change-mode.ts';
import { optionProblem } from '../option-problem.ts';
import type { ChangeMode } from './change-mode.ts';
import { oneSidedSum } from './one-sided-sum.ts';
import type { SumForm } from './one-sided-sum.ts';

/** Sensitivity and variant of Page–Hinkley. */
export interface PageHinkleyOptions {
  /** Values before the first verdict. Default 30. */
  minInstances?: number;
  /** Change that is tolerated, in the unit of the series. Default 0.005. */
  delta?: number;
  /** Limit of the statistic, in the unit of the series. Default 50. */
  threshold?: number;
  /** Forgetting factor of the sum, 1 forgets nothing. Default 0.9999. */
  alpha?: number;
  /** Which changes count. Default `both`. */
  mode?: ChangeMode;
  /** What of the sum is held against the limit. Default `range`. */
  form?: SumForm;
  /** True: on the limit counts as past it. Default false. */
  inclusive?: boolean;
}

/** River 0.12 to 0.26: the defaults. */
export const riverPageHinkley: PageHinkleyOptions = {};

/** River to 0.11, as scikit-multiflow: clamped at 0, ≥. It looked one value earlier than `minInstances` says. */
export const river011PageHinkley: PageHinkleyOptions = {
  mode: 'up',
  form: 'clamped',
  inclusive: true,
  minInstances: 29,
};

/** Frouros 0.9: the bare sum, only up. It does not restart by itself: its first detection is meant. */
export const frourosPageHinkley: PageHinkleyOptions = { mode: 'up', form: 'sum' };

/** What frouros 0.9 calls CUSUM: clamped at 0, only up, against the running mean, nothing forgotten. */
export const frourosCusum: PageHinkleyOptions = { mode: 'up', form: 'clamped', alpha: 1 };

/**
 * Page–Hinkley test for a change of the mean: S ← α S ± (x − x̄) − δ with x̄ the mean of all values since the start, the
 * present one included; detected where S − min S (or S, by `form`) is past the threshold.
 *
 * Page 1954 (Biometrika 41), Hinkley 1971; variants of river and frouros, see the presets beside this function.
 * Nothing is scaled: delta and threshold are in the unit of the series.
 * `not defined` where an option is out of its range.
 */
export function pageHinkley(options: PageHinkleyOptions = {}): ChangeDetector | DriftError {
  const { minInstances = 30, delta = 0.005, threshold = 50, alpha = 0.9999 } = options;
  const { mode = 'both', form = 'range', inclusive = false } = options;
  const problem = optionProblem([
    ['minInstances', minInstances, 1, Number.MAX_SAFE_INTEGER, 'whole'],
    ['delta', delta, 0, Number.MAX_VALUE],
    ['threshold', threshold, 0, Number.MAX_VALUE],
    ['alpha', alpha, 0, 1],
  ]);
  if (problem) {
    return problem;
  }
  const [up, down] = [oneSidedSum(form, alpha), oneSidedSum(form, alpha)];
  let [n, mean] = [0, 0];
  const leading = () => (mode === 'up' || (mode === 'both' && up.statistic() >= down.statistic()) ? up : down);
  const core: DetectorCore = {
    name: `Page–Hinkley, ${modeInWords[mode]}`,
    take(x) {
      n += 1;
      mean += (x - mean) / n;
      up.add(x - mean, delta);
      down.add(mean - x, delta);
      const statistic = leading().statistic();
      return n >= minInstances && (statistic > threshold || (inclusive && statistic === threshold));
    },
    state() {
      const side = leading();
      const statistic = side.statistic();
      return {
        n,
        estimate: n > 0 ? mean : NaN,
        statistic,
        limit: threshold,
        ...(statistic > 0 ? { direction: side === up ? 'up' : 'down' } : {}),
        sinceChange: side.sinceFloor(),
      };
    },
    restart() {
      [n, mean] = [0, 0];
      up.restart();
      down.restart();
    },
  };
  return changeDetector(core);
}
