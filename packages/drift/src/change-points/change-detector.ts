/** What a detector holds: enough to explain a detection. After one it stays as it is until the next value. */
export interface DetectorState {
  /** Values taken in since the start or the last restart; what ADWIN has dropped is left out. */
  n: number;
  /** The present level: a mean, in the unit of the series. NaN before the first value. */
  estimate: number;
  /** What is held against `limit`, the greater of the two sides. */
  statistic: number;
  limit: number;
  /** The side that `statistic` belongs to; none where neither side leads. */
  direction?: 'up' | 'down';
  /** Of the `n` values, the last ones that the detector takes for the new level. */
  sinceChange: number;
}

/** Watches one series for a change of its level, value by value. */
export interface ChangeDetector {
  /** The algorithm in words: "Page–Hinkley, up and down". */
  readonly name: string;
  /**
   * Takes the next value in; true where a change is detected at it. After a detection the next value starts afresh
   * (ADWIN: unless told to keep on).
   * NaN and infinite values are left out and counted.
   */
  update(x: number): boolean;
  state(): DetectorState;
  /** Values left out since the last `reset`. */
  readonly missing: number;
  readonly infinite: number;
  /** Back to the beginning. */
  reset(): void;
}

/** The algorithm of a detector: finite values only. */
export interface DetectorCore {
  name: string;
  take(x: number): boolean;
  state(): DetectorState;
  restart(): void;
  /** True where a detection does not make it start afresh. */
  keepsOn?: boolean;
}

/** Gives an algorithm what all detectors share: values that are left out, and the restart after a detection. */
export function changeDetector(core: DetectorCore): ChangeDetector {
  let [missing, infinite] = [0, 0];
  let detected = false;
  return {
    name: core.name,
    update(x) {
      if (!Number.isFinite(x)) {
        missing += Number.isNaN(x) ? 1 : 0;
        infinite += Number.isNaN(x) ? 0 : 1;
        return false;
      }
      if (detected && !core.keepsOn) {
        core.restart();
      }
      detected = core.take(x);
      return detected;
    },
    state: core.state,
    get missing() {
      return missing;
    },
    get infinite() {
      return infinite;
    },
    reset() {
      [missing, infinite, detected] = [0, 0, false];
      core.restart();
    },
  };
}
