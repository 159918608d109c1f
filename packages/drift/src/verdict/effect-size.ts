import { tests } from '../compare.ts';
import type { ChosenTest } from '../presets/preset.ts';
import type { Comparison } from '../types.ts';

/** How large a difference is, whatever the number of rows. */
export interface EffectSize {
  /** What it is called: "D", "Cramér’s V", "Cohen’s d". */
  measure: string;
  value: number;
}

/**
 * The effect size of a result: the value itself where that does not grow with the rows, else what is customary beside the
 * test. χ² and G of 2 × k counts: Cramér's V = √(χ² / N); t: Cohen's d = t √(1/n + 1/m) (Cohen 1988, 2.5 and 7.2);
 * Mann–Whitney: the share of pairs in which the reference row is above. Undefined where there is none.
 */
export function effectSize(chosen: ChosenTest, comparison: Comparison): EffectSize | undefined {
  const { value, nReference: n, nCurrent: m } = comparison;
  switch (chosen.test) {
    case 'ks':
      return { measure: 'D', value };
    case 'chi-square':
    case 'g-test':
      return { measure: 'Cramér’s V', value: Math.sqrt(value / (n + m)) };
    case 'welch-t':
    case 'student-t':
    case 'java-mean-shift':
      return { measure: 'Cohen’s d', value: value * Math.sqrt(1 / n + 1 / m) };
    case 'mann-whitney':
      return { measure: 'share of pairs', value: chosen.options?.statistic === 'share' ? value : value / (n * m) };
    default: {
      const { growsWithRows, title } = tests[chosen.test].description;
      return growsWithRows ? undefined : { measure: title, value };
    }
  }
}
