import { ksPValue, tPValue } from '@soundcheck/drift';
import { catalogue, formatCount, formatLevel, limitFor } from '@soundcheck/query';
import type { Dialect, LimitInputs, Meaning, MetricKey } from '@soundcheck/query';
import type { ArmLimit } from '../contract.ts';
import type { Tuning } from '../file/shape.ts';

/** What the limits of a monitor follow from. */
export interface LimitBasis {
  metric: MetricKey;
  /** Of one look over all features. */
  level: number;
  featureCount: number;
  nReference?: number;
  nCurrent?: number;
  limit?: Tuning['limit'];
  effect?: number;
  /** Of a mean. */
  centre?: number;
}

const dialects: readonly Dialect[] = ['java', 'python'];

/** What each service publishes under this metric. */
export function meaningsOf(metric: MetricKey): Array<{ dialect: Dialect; meaning: Meaning }> {
  return dialects.flatMap((dialect) => {
    const side = catalogue[metric][dialect];
    return side ? [{ dialect, meaning: side.meaning }] : [];
  });
}

/** Numbers that `effect` can be held against: 0 for equal samples, on a scale that does not grow with the rows. */
export function hasEffect({ valueIs }: Meaning): boolean {
  return valueIs === 'ks_d' || valueIs === 'js_distance';
}

function stated(meaning: Meaning, limit: Tuning['limit']): number | undefined {
  return typeof limit === 'number' ? limit : limit?.[meaning.valueIs];
}

interface Limit {
  value: number;
  origin: string;
}

/** Java's p-values are 1 less a sum near 1: below this they are 0 or rounding. */
const SMALLEST_P = 1e-12;

/**
 * A p-value of a KS test says D too, once n and m are known: Java's arm asks for the p of that D, by the limit law that
 * the service uses. Where that p is too small for the service to tell from 0, drift begins at a smaller D.
 */
function effectAsP(effect: number, { metric, nReference: n, nCurrent: m }: LimitBasis): number | undefined {
  return (metric === 'ks' || metric === 'ks-approximate') && n !== undefined && m !== undefined
    ? Math.max(ksPValue(effect, n, m, 'limit'), SMALLEST_P)
    : undefined;
}

/**
 * Java's p-values of means are too small: their t divides by population variances and is looked up at n + m - 2 degrees of
 * freedom, where Welch's are fewer. The p that Java gives for the critical t keeps the level, with few rows in a batch too.
 */
function meansAsP(inputs: LimitInputs): Limit | undefined {
  const { nReference: n = NaN, nCurrent: m = NaN } = inputs;
  const { python } = catalogue['compare-means'];
  const t = python && limitFor(python.meaning, inputs);
  if (t === undefined || !(n > 1 && m > 1)) {
    return undefined;
  }
  const published = t.value * Math.sqrt((1 / n + 1 / m) / ((n - 1) / n ** 2 + (m - 1) / m ** 2));
  return { value: tPValue(published, n + m - 2), origin: `p-value that the service gives for the ${t.origin}` };
}

/** The limit, farther out where the least effect asks for more than significance does. */
function withEffect(meaning: Meaning, limit: Limit, basis: LimitBasis): Limit {
  const { effect } = basis;
  if (effect === undefined) {
    return limit;
  }
  if (hasEffect(meaning)) {
    const origin = `least effect of ${String(effect)}, above ${limit.value.toPrecision(3)}, the ${limit.origin}`;
    return effect > limit.value ? { value: effect, origin } : limit;
  }
  const p = meaning.valueIs === 'p_value' ? effectAsP(effect, basis) : undefined;
  const sizes = `n = ${formatCount(basis.nReference ?? 0)} v ${formatCount(basis.nCurrent ?? 0)}`;
  return p !== undefined && p < limit.value
    ? { value: p, origin: `p-value of a D of ${String(effect)}, the least effect, for ${sizes}` }
    : limit;
}

/**
 * The limit for what one service publishes.
 * @returns undefined where none can be worked out and the file states none
 */
function limitOf(meaning: Meaning, basis: LimitBasis): Limit | undefined {
  const own = stated(meaning, basis.limit);
  if (own !== undefined) {
    return { value: own, origin: 'set in the file' };
  }
  const { level, featureCount, nReference, nCurrent } = basis;
  const inputs = {
    alpha: level / featureCount,
    ...(nReference === undefined ? {} : { nReference }),
    ...(nCurrent === undefined ? {} : { nCurrent }),
  };
  const ofMeans = basis.metric === 'compare-means' && meaning.valueIs === 'p_value' ? meansAsP(inputs) : undefined;
  const worked = ofMeans ?? limitFor(meaning, inputs);
  return worked && withEffect(meaning, worked, basis);
}

/** One limit for each service that has the metric, or the meanings for which there is none. */
export function limitsOf(basis: LimitBasis): { limits: ArmLimit[]; missing: Meaning[] } {
  const limits: ArmLimit[] = [];
  const missing: Meaning[] = [];
  for (const { dialect, meaning } of meaningsOf(basis.metric)) {
    const limit = limitOf(meaning, basis);
    if (limit === undefined) {
      missing.push(meaning);
      continue;
    }
    const centre = meaning.direction === 'two-sided' ? { centre: basis.centre ?? meaning.centre ?? 0 } : {};
    limits.push({ dialect, valueIs: meaning.valueIs, ...limit, ...centre });
  }
  return { limits, missing };
}

/** "5 % over 13 features: 0.385 % each" */
export function levelText(level: number, featureCount: number): string {
  return featureCount === 1
    ? formatLevel(level)
    : `${formatLevel(level)} over ${formatCount(featureCount)} features, ${formatLevel(level / featureCount)} each`;
}
