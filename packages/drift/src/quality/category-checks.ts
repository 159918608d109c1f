import { formatCount, formatShare } from '../verdict/format.ts';
import { defaultMinimumRows } from '../verdict/judge.ts';
import type { BothFacts, SideFacts } from './side-facts.ts';
import { finding } from './finding.ts';
import type { QualityFinding, QualityOptions } from './finding.ts';
import { chanceLevel } from './share-limit.ts';
import type { ValueCounts } from './sorted-counts.ts';

/** Numbers of at most so many different values are codes: a new one is news. */
const maxCodes = 10;

function textCounts(counts: ValueCounts): Map<string, number> {
  const perText = new Map<string, number>();
  for (const [value, count] of counts) {
    perText.set(String(value), (perText.get(String(value)) ?? 0) + count);
  }
  return perText;
}

/** Rows per category of the reference; of numbers only where they are codes. */
function knownCategories({ counts, n, numbers = 0 }: SideFacts): Map<string, number> | undefined {
  const codes = numbers === 0 || (n >= defaultMinimumRows && (counts?.size ?? 0) <= maxCodes);
  return counts && counts.size > 0 && codes ? textCounts(counts) : undefined;
}

/** Those of `from` that are not in `present`, the most frequent first. */
function absent(from: ReadonlyMap<string, number>, present: ReadonlyMap<string, number>): [string, number][] {
  return [...from].filter(([category]) => !present.has(category)).sort((a, b) => b[1] - a[1]);
}

function inWords(categories: readonly (readonly [string, number])[]): string {
  const shown = categories.slice(0, 3).map(([category, count]) => `"${category}" (${formatCount(count)})`);
  const more = categories.length > 3 ? ` and ${formatCount(categories.length - 3)} more` : '';
  return categories.length === 0 ? '' : `: ${shown.join(', ')}${more}`;
}

/**
 * The share of further rows that no category of the reference takes in: that of its rows whose category came up once
 * (Good 1953, after Turing).
 */
function expectedUnseen(known: ReadonlyMap<string, number>, n: number): number {
  return [...known.values()].filter((count) => count === 1).length / n;
}

/**
 * Share of rows in categories that the reference lacks; none is allowed unless told otherwise. Where the reference lets
 * expect some, because many of its categories came up only once, the sentence says how many.
 */
export function unseen(
  { reference, current }: BothFacts,
  { maxUnseen = 0 }: QualityOptions
): QualityFinding | undefined {
  const known = knownCategories(reference);
  if (!known || !current.counts || current.n === 0) {
    return undefined;
  }
  const news = absent(textCounts(current.counts), known);
  const value = news.reduce((sum, [, count]) => sum + count, 0) / current.n;
  const expected = expectedUnseen(known, reference.n);
  const chance = expected * current.n >= 1 ? `; about ${formatShare(expected, 1)} were to be expected` : '';
  return finding({
    check: 'unseen',
    value,
    limit: { value: maxUnseen, origin: maxUnseen === 0 ? 'the reference knows all categories' : 'given share' },
    direction: 'high',
    nReference: reference.n,
    nCurrent: current.n,
    categories: news.map(([category]) => category),
    counts: news.map(([, count]) => count),
    says: `${formatShare(value, 1)} of ${formatCount(current.n)} rows are in ${formatCount(news.length)} unseen ${news.length === 1 ? 'category' : 'categories'}${inWords(news)}${chance}`,
    limitInWords: formatShare(maxUnseen, 1),
  });
}

/**
 * Categories of the reference without a row in the current sample. Only those count that a draw of so many rows would
 * lack with a chance of at most 0.135 % over all categories; all are named.
 */
export function vanished({ reference, current }: BothFacts): QualityFinding | undefined {
  const known = knownCategories(reference);
  if (!known || !current.counts || current.n === 0) {
    return undefined;
  }
  const gone = absent(known, textCounts(current.counts));
  const missed = gone.filter(([, count]) => (1 - count / reference.n) ** current.n <= chanceLevel / known.size);
  const chance = gone.length - missed.length;
  const origin = `each of the reference's ${formatCount(known.size)} categories comes up, but for chance`;
  return finding({
    check: 'vanished',
    value: missed.length,
    limit: { value: 0, origin },
    direction: 'high',
    nReference: reference.n,
    nCurrent: current.n,
    categories: gone.map(([category]) => category),
    counts: gone.map(([, count]) => count),
    says: `${formatCount(missed.length)} ${missed.length === 1 ? 'category' : 'categories'} vanished${inWords(missed)}${chance > 0 ? `, ${formatCount(chance)} may be absent by chance` : ''}`,
    limitInWords: '0',
  });
}
