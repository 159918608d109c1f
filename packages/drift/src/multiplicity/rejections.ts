import { adjust } from './adjust.ts';
import type { Adjustment } from './adjust.ts';

/** How p-values of many tests are judged. */
export interface RejectionOptions {
  /** Default `holm`. */
  method?: Adjustment;
  /** Level, 0 … 1. Default 0.05. */
  alpha?: number;
  /** An adjusted p equal to alpha is rejected too, as the papers have it (≤); some libraries do not (<). Default true. */
  inclusive?: boolean;
}

/**
 * Which tests are rejected at alpha after correction, in the order given. NaN is never rejected and is no test.
 * Benjamini & Hochberg (1995) and Holm (1979) reject at ≤; alibi-detect's false discovery rate at <.
 */
export function rejections(pValues: ArrayLike<number>, options: RejectionOptions = {}): boolean[] {
  const { method = 'holm', alpha = 0.05, inclusive = true } = options;
  return Array.from(adjust(pValues, method), (p) => p < alpha || (inclusive && p === alpha));
}
