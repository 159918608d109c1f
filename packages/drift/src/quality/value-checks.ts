import { rangeOf } from '../samples/finite.ts';
import { normalUpperTail } from '../special-functions/erfc.ts';
import { formatCount, formatNumber, formatShare } from '../verdict/format.ts';
import type { BothFacts, SideFacts } from './side-facts.ts';
import { finding } from './finding.ts';
import type { QualityFinding, QualityOptions } from './finding.ts';
import { mostOutside } from './outside-tail.ts';
import { chanceLevel, shareLimit } from './share-limit.ts';

/**
 * Share of rows of another type than the reference's. A reference of numbers: text that does not read as a number; a
 * reference of text that does not read as numbers: numbers. As many as in the reference are allowed. Not for bins.
 */
export function typeChange({ reference, current }: BothFacts, options: QualityOptions): QualityFinding | undefined {
  const { numbers = 0, texts = 0, numericTexts = 0 } = reference;
  if (reference.counts === undefined || current.counts === undefined || numbers + texts === 0 || current.n === 0) {
    return undefined;
  }
  const readAsNumbers = numbers + numericTexts >= (numbers + texts) / 2;
  const otherIn = (side: SideFacts) =>
    readAsNumbers ? (side.texts ?? 0) - (side.numericTexts ?? 0) : (side.numbers ?? 0);
  const [before, other] = [otherIn(reference), otherIn(current)];
  const value = other / current.n;
  const kindOfReference = `the reference has ${readAsNumbers ? 'numbers' : 'text'}`;
  const limit =
    before === 0
      ? { value: 0, origin: kindOfReference }
      : shareLimit({ count: before, of: reference.n }, { count: other, of: current.n }, options.standardErrors ?? 3);
  const numbersAsText = readAsNumbers && texts === 0 && (current.texts ?? 0) > other;
  const kind = readAsNumbers ? 'do not read as a number' : 'are numbers, where the reference has text';
  return finding({
    check: 'type',
    value,
    limit,
    direction: 'high',
    nReference: reference.n,
    nCurrent: current.n,
    says: `${formatShare(value, 1)} of ${formatCount(current.n)} rows ${kind}${numbersAsText ? ' (numbers came as text)' : ''}`,
    limitInWords: formatShare(limit.value, 1),
  });
}

/**
 * Different values of the current sample, where the reference has at least two: one alone is broken, unless a draw of
 * that many rows from the reference would give it with a chance above 0.135 %. Not for bins.
 */
export function constant({ reference, current }: BothFacts): QualityFinding | undefined {
  if (!reference.counts || !current.counts || reference.counts.size < 2 || current.n < 2) {
    return undefined;
  }
  const value = current.counts.size;
  const [only] = current.counts.keys();
  const share = only === undefined ? 0 : (reference.counts.get(only) ?? 0) / reference.n;
  const byChance = value === 1 && share ** current.n > chanceLevel;
  const says =
    value === 1 ? `all ${formatCount(current.n)} rows are ${String(only)}` : `${formatCount(value)} different values`;
  return finding({
    check: 'constant',
    value,
    limit: byChance
      ? { value: 1, origin: `so few rows may be equal by chance: ${formatShare(share, 1)} of the reference are` }
      : { value: 2, origin: `the reference has ${formatCount(reference.counts.size)} values` },
    direction: 'low',
    nReference: reference.n,
    nCurrent: current.n,
    says,
    limitInWords: byChance ? '1 value' : '2 values',
  });
}

/** Share of finite numbers outside the given range, or outside the reference's least and greatest. Not for counts. */
export function outOfRange({ reference, current }: BothFacts, options: QualityOptions): QualityFinding | undefined {
  const { range, standardErrors = 3 } = options;
  const [n, m] = [reference.values?.length ?? 0, current.values?.length ?? 0];
  if (!current.values || m === 0 || (!range && n === 0)) {
    return undefined;
  }
  const [least, greatest] = range ?? rangeOf([reference.values ?? new Float64Array()]);
  let outside = 0;
  for (let i = 0; i < m; i++) {
    const x = current.values[i] ?? NaN;
    outside += x < least || x > greatest ? 1 : 0;
  }
  const value = outside / m;
  const { maxOutOfRange } = options;
  const chance = {
    value: mostOutside(n, m, normalUpperTail(standardErrors)) / m,
    origin: `what chance allows at n = ${formatCount(n)} v ${formatCount(m)}`,
  };
  const limit =
    maxOutOfRange !== undefined
      ? { value: maxOutOfRange, origin: 'given share' }
      : range
        ? { value: 0, origin: 'given range' }
        : chance;
  const [low, high] = rangeOf([current.values]);
  const span = `${formatNumber(least)} … ${formatNumber(greatest)}`;
  return finding({
    check: 'out-of-range',
    value,
    limit,
    direction: 'high',
    nReference: n,
    nCurrent: m,
    says: `${formatShare(value, 1)} of ${formatCount(m)} numbers are outside ${span} (they run from ${formatNumber(low)} to ${formatNumber(high)})`,
    limitInWords: formatShare(limit.value, 1),
  });
}

function repeated({ values, different = 0 }: SideFacts): { count: number; of: number } {
  const of = values?.length ?? 0;
  return { count: of - different, of };
}

/**
 * Share of numbers that were there before, where at most 1 % of the reference's are: rows sent twice. More rows repeat
 * more of their values, so the reference's share is scaled up where the current sample is the larger. Not for counts.
 */
export function duplicates({ reference, current }: BothFacts, options: QualityOptions): QualityFinding | undefined {
  const [then, now] = [repeated(reference), repeated(current)];
  if (then.of < 30 || now.of === 0 || then.count > 0.01 * then.of) {
    return undefined;
  }
  const scaled = { count: then.count * Math.max(1, now.of / then.of), of: then.of };
  const limit = shareLimit(scaled, now, options.standardErrors ?? 3);
  const value = now.count / now.of;
  return finding({
    check: 'duplicates',
    value,
    limit,
    direction: 'high',
    nReference: then.of,
    nCurrent: now.of,
    says: `${formatShare(value, 1)} of ${formatCount(now.of)} numbers were there before`,
    limitInWords: formatShare(limit.value, 1),
  });
}
