import type { Level } from '../../../report/level.ts';

/** One hour of the week, judged. */
export interface HourVerdict {
  n: number;
  level: Level;
  /** Effect ÷ limit; absent where nothing was judged. */
  effect?: number;
  pValue?: number;
  /** Over its limit, after the correction for 168 hours where there is a p-value. */
  over: boolean;
  /** What stands behind n: "63 rows, 1.4 × limit v 410 rows of the same hour". */
  text: string;
}
