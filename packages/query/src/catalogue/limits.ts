import { ksCriticalBy, tCritical } from '@soundcheck/drift';
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
  /** As the schedule states it: a level for p-values and t, else a limit in the metric's unit. `alpha` goes before it. */
  threshold?: number;
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
 * Exact critical values cost about n·m steps times ten, which the Go shell's engine takes 130 times as long for as Node;
 * beyond this Stephens' (1970) form of the limit law differs from them by less than 0.3 %.
 */
const MAX_EXACT_CELLS = 5_000;

interface Sizes {
  n: number;
  m: number;
  alpha: number;
}

function comparison({ n, m, alpha }: Sizes): string {
  return `n = ${formatCount(n)} v ${formatCount(m)} at ${formatLevel(alpha)}`;
}

/** @returns undefined where the rows are too few for any D to be evidence */
function criticalD(sizes: Sizes): Limit | undefined {
  const { n, m, alpha } = sizes;
  const exact = n * m <= MAX_EXACT_CELLS;
  const value = ksCriticalBy(exact ? 'exact' : 'stephens', alpha, [n, m]);
  const origin = `critical D for ${comparison(sizes)}, ${exact ? 'exact' : 'Stephens 1970'}`;
  return typeof value === 'number' ? { value, origin } : undefined;
}

/**
 * Welch's degrees of freedom (Welch 1947, Satterthwaite 1946) as they are without drift, when both variances are equal: the
 * service publishes neither. With few rows on one side they are far below n + m - 2.
 */
function criticalT(sizes: Sizes): Limit | undefined {
  const { n, m, alpha } = sizes;
  const df = (1 / n + 1 / m) ** 2 / (1 / (n * n * (n - 1)) + 1 / (m * m * (m - 1)));
  if (!(df > 0)) {
    return undefined;
  }
  // Engines round powers differently in the last digits; the limit is to be the same number everywhere.
  const value = Number(tCritical(alpha, df).toPrecision(12));
  return { value, origin: `critical t for ${comparison(sizes)}` };
}

/** All features of a model share their sizes, so the last limit of each kind is kept: the engine is slow at these. */
function rememberLast(compute: (sizes: Sizes) => Limit | undefined): typeof compute {
  let last: { sizes: Sizes; limit: Limit | undefined } | undefined;
  return (sizes) => {
    if (last?.sizes.n !== sizes.n || last.sizes.m !== sizes.m || last.sizes.alpha !== sizes.alpha) {
      last = { sizes, limit: compute(sizes) };
    }
    return last.limit;
  };
}

const rememberedD = rememberLast(criticalD);
const rememberedT = rememberLast(criticalT);

/**
 * The limit for a number, with its origin.
 *
 * D and t get critical values for the sample sizes; a p-value is held against the level itself; other numbers get the
 * service's default. Compare as `Meaning.direction` says.
 * @returns undefined where no limit can be given: D without n or with too few rows, MMD² and means always
 */
export function limitFor(meaning: Meaning, inputs: LimitInputs = {}): Limit | undefined {
  const { nReference: n, nCurrent: m, threshold } = inputs;
  const alpha = inputs.alpha ?? DEFAULT_ALPHA;
  const stated = threshold === undefined ? meaning.defaultLimit : { value: threshold, origin: 'set in the schedule' };
  switch (meaning.valueIs) {
    case 'p_value':
      return inputs.alpha === undefined
        ? stated
        : { value: alpha, origin: `p-value at a level of ${formatLevel(alpha)}` };
    case 'ks_d':
      return usable(n) && usable(m) ? rememberedD({ n, m, alpha }) : undefined;
    case 't':
      return (
        (usable(n) && usable(m) ? rememberedT({ n, m, alpha: inputs.alpha ?? threshold ?? alpha }) : undefined) ??
        meaning.defaultLimit
      );
    default:
      return stated;
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
