import { ksCritical, tCritical } from '@soundcheck/drift';
import type { Limit } from '@soundcheck/drift';
import type { Meaning } from './meaning.ts';

/** What is known of the comparison behind a number. */
export interface LimitInputs {
  /** Rows of the reference. */
  nReference?: number;
  /** Rows of the current window. */
  nCurrent?: number;
  /** Two-sided level; 0.05 where absent. A family-wise level goes in here. */
  alpha?: number;
}

const DEFAULT_ALPHA = 0.05;

function usable(n: number | undefined): n is number {
  return n !== undefined && Number.isFinite(n) && n >= 1;
}

/** 5000 -> "5,000"; written out because the engine of the Go shell has no locale functions. */
export function formatCount(n: number): string {
  const digits = String(Math.round(n));
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) {
    groups.unshift(digits.slice(Math.max(0, end - 3), end));
  }
  return groups.join(',');
}

/** 0.05 -> "5 %", 0.0038 -> "0.38 %". */
export function formatLevel(alpha: number): string {
  return `${String(Number((alpha * 100).toPrecision(3)))} %`;
}

/**
 * The limit for a number, with its origin.
 *
 * D and t get critical values for the sample sizes; a p-value is held against the level itself; other numbers get the
 * service's default. Compare as `Meaning.direction` says.
 * @returns undefined where no limit can be given: D without n, MMD² and means always
 */
export function limitFor(meaning: Meaning, inputs: LimitInputs = {}): Limit | undefined {
  const alpha = inputs.alpha ?? DEFAULT_ALPHA;
  const { nReference: n, nCurrent: m } = inputs;
  switch (meaning.valueIs) {
    case 'p_value':
      return inputs.alpha === undefined
        ? meaning.defaultLimit
        : { value: alpha, origin: `p-value at a level of ${formatLevel(alpha)}` };
    case 'ks_d':
      if (!usable(n) || !usable(m)) {
        return undefined;
      }
      return {
        value: ksCritical(alpha, n, m),
        origin: `critical D for n = ${formatCount(n)} v ${formatCount(m)} at ${formatLevel(alpha)}`,
      };
    case 't':
      // Welch's own degrees of freedom need both variances, which the service does not publish; n + m - 2 is their
      // upper bound and so close at these sizes that the limit moves in the third digit only.
      if (!usable(n) || !usable(m) || n + m <= 2) {
        return meaning.defaultLimit;
      }
      return {
        value: tCritical(alpha, n + m - 2),
        origin: `critical t for n = ${formatCount(n)} v ${formatCount(m)} at ${formatLevel(alpha)}`,
      };
    default:
      return meaning.defaultLimit;
  }
}

/** True where the number lies on the drift side of the limit, as its meaning says; NaN never does. */
export function isOverLimit(meaning: Meaning, value: number, limit: number): boolean {
  switch (meaning.direction) {
    case 'low':
      return value <= limit;
    case 'high':
      return value > limit;
    case 'two-sided':
      return Math.abs(value - (meaning.centre ?? 0)) > limit;
  }
}
