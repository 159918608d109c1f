import { byValue } from './prepare.ts';
import type { DriftRule, Preset } from './preset.ts';

const rule: DriftRule = {
  by: 'p-value',
  direction: 'low',
  limit: 0.05,
  origin: "alibi-detect's default p_val",
};

/** Variants of alibi-detect. */
export interface AlibiDetectOptions {
  /** What is taken for numbers: KSDrift or CVMDrift. TabularDrift has KS. Default `ks`. */
  numeric?: 'ks' | 'cramer-von-mises';
  /** `bonferroni`: any p < 0.05 / d; `fdr`: Benjamini & Hochberg. Default `bonferroni`. */
  correction?: 'bonferroni' | 'fdr';
}

/**
 * alibi-detect's TabularDrift: KS with scipy's asymptotic p for numbers, χ² contingency with Yates' correction for
 * categories, and a batch that drifted where one p is left after the correction.
 */
export function alibiDetectPreset({ numeric = 'ks', correction = 'bonferroni' }: AlibiDetectOptions = {}): Preset {
  return {
    name: 'alibi-detect',
    title: 'alibi-detect',
    source: 'alibi-detect 0.13.0, TabularDrift, KSDrift, CVMDrift, ChiSquareDrift',
    says: 'One verdict on the whole batch: some feature has p under 0.05 after Bonferroni’s correction, or by the false discovery rate.',
    choose: ({ kind }) => {
      if (kind === 'categorical') {
        return { test: 'chi-square', rule, prepare: byValue };
      }
      return numeric === 'ks'
        ? { test: 'ks', options: { method: 'asymptotic' }, rule }
        : { test: 'cramer-von-mises', rule };
    },
    adjustment: correction === 'fdr' ? 'benjamini-hochberg' : 'bonferroni',
    dataSet: { by: 'any' },
  };
}

export const alibiDetect = alibiDetectPreset();
