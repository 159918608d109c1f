import type { State } from '@soundcheck/drift';

/** The numbers behind one verdict, as they are exported; absent where there are none. */
export interface FeatureResult {
  feature: string;
  state: State;
  /** Name of the test in @soundcheck/drift with its options, or the metric and value kind of a score. */
  test?: string;
  testOptions?: Record<string, unknown>;
  /** The exact variant in words. */
  variant?: string;
  value?: number;
  limit?: { value: number; origin: string };
  pValue?: number;
  adjustedPValue?: number;
  effectSize?: { measure: string; value: number };
  effectOverLimit?: number;
  psi?: number;
  nReference?: number;
  nCurrent?: number;
  missingReference?: number;
  missingCurrent?: number;
  since?: number;
}
