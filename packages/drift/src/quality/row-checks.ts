import { formatCount, formatShare } from '../verdict/format.ts';
import type { BothFacts } from './side-facts.ts';
import { finding } from './finding.ts';
import type { QualityFinding, QualityOptions } from './finding.ts';
import { shareLimit } from './share-limit.ts';

/** Rows of the current sample, missing ones included, against the band wanted. By default one row is enough. */
export function rowCount({ reference, current }: BothFacts, { rows = {} }: QualityOptions): QualityFinding {
  const value = current.n + (current.missing ?? 0);
  const { least = 1, most = Infinity } = rows;
  const tooMany = value > most;
  const limit = tooMany ? most : least;
  return finding({
    check: 'row-count',
    value,
    limit: { value: limit, origin: rows.least === undefined && !tooMany ? 'a sample has rows' : 'given rows' },
    direction: tooMany ? 'high' : 'low',
    nReference: reference.n + (reference.missing ?? 0),
    nCurrent: value,
    says: `${formatCount(value)} ${value === 1 ? 'row' : 'rows'}`,
    limitInWords: formatCount(limit),
  });
}

/** Share of rows without a value, against the given one or the reference's. Not for counts, which do not tell. */
export function missingShare({ reference, current }: BothFacts, options: QualityOptions): QualityFinding | undefined {
  if (current.missing === undefined || current.n + current.missing === 0) {
    return undefined;
  }
  const now = { count: current.missing, of: current.n + current.missing };
  const then = { count: reference.missing ?? 0, of: reference.n + (reference.missing ?? 0) };
  const { maxMissing, standardErrors = 3 } = options;
  if (maxMissing === undefined && (reference.missing === undefined || then.of === 0)) {
    return undefined;
  }
  const limit =
    maxMissing === undefined ? shareLimit(then, now, standardErrors) : { value: maxMissing, origin: 'given share' };
  const value = now.count / now.of;
  return finding({
    check: 'missing',
    value,
    limit,
    direction: 'high',
    nReference: then.of,
    nCurrent: now.of,
    says: `${formatShare(value, 1)} of ${formatCount(now.of)} rows have no value`,
    limitInWords: formatShare(limit.value, 1),
  });
}

/** Share of infinite numbers among the rows with a value, against the reference's. Not for counts. */
export function infiniteShare({ reference, current }: BothFacts, options: QualityOptions): QualityFinding | undefined {
  const { infinite: before, numbers: of = 0 } = reference;
  const { infinite: after, numbers = 0 } = current;
  if (before === undefined || after === undefined || of === 0 || numbers === 0) {
    return undefined;
  }
  const limit = shareLimit({ count: before, of }, { count: after, of: numbers }, options.standardErrors ?? 3);
  const value = after / numbers;
  return finding({
    check: 'infinite',
    value,
    limit,
    direction: 'high',
    nReference: of,
    nCurrent: numbers,
    says: `${formatShare(value, 1)} of ${formatCount(numbers)} numbers are infinite`,
    limitInWords: formatShare(limit.value, 1),
  });
}
