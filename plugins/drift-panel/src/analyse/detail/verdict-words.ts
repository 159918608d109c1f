import type { Assessment } from '@soundcheck/drift';
import type { Distribution } from '../../report/distribution.ts';
import { listNames, type Formats } from '../format.ts';
import { testTitle } from '../test-words.ts';
import { cellInWords, cellName } from './cell-names.ts';

/** "KS distance D 0.19, limit 0.113 (…), p <0.001 by itself, PSI 0.31, limit 0.19": p of this comparison alone. */
export function numbersInWords(found: Assessment, formats: Formats): string {
  const { test, comparison, limit, psi, psiLimit, pValue, effectSize, reason, nReference, nCurrent } = found;
  if (!test || !comparison) {
    return reason;
  }
  const n = `${formats.count(nReference)} v ${formats.count(nCurrent)} rows`;
  const held = limit ? `limit ${formats.number(limit.value)} (${limit.origin})` : '';
  const size =
    effectSize && effectSize.value !== comparison.value
      ? `${effectSize.measure} ${formats.number(effectSize.value)}`
      : '';
  const beside =
    psi && test !== 'psi'
      ? `PSI ${formats.number(psi.value)}${psiLimit ? ` (limit ${formats.number(psiLimit.value)})` : ''}`
      : '';
  return [
    `${testTitle(test)} ${formats.number(comparison.value)}`,
    held,
    limit?.origin.includes(' v ') ? '' : n,
    pValue === undefined ? '' : `${formats.pWithSign(pValue)} by itself`,
    size,
    beside,
  ]
    .filter(Boolean)
    .join(', ');
}

/**
 * The finding in one sentence. Where significance decides, it is that of this comparison alone: the correction over all
 * features is the report's, so the words differ from its "drift".
 */
export function verdictInWords(feature: string, found: Assessment, formats: Formats): string {
  return `${feature}: ${judgementOf(found, formats)}${noveltyOf(found)}.`;
}

function judgementOf({ state, basis, moves, pValue, reason }: Assessment, formats: Formats): string {
  const alone = basis === 'significance' && pValue !== undefined ? ` by itself (${formats.pWithSign(pValue)})` : '';
  const [move] = moves;
  const moved = move && move.term > 0 ? `, because ${cellInWords(move)}` : '';
  switch (state) {
    case 'drift':
      return `over its limit${alone}${moved}`;
    case 'possible':
      return `possible drift${alone}${moved}`;
    case 'no drift':
      return `within its limit${alone}`;
    default:
      return `${state}, ${reason.replace(/\.$/, '')}`;
  }
}

const MOST_NAMES = 3;

function noveltyOf({ newCategories, vanishedCategories }: Assessment): string {
  const part = (what: string, names: readonly string[]) =>
    names.length > 0 ? `; ${what}: ${listNames(names.map(cellName), MOST_NAMES)}` : '';
  return part('new', newCategories) + part('gone', vanishedCategories);
}

/** Why it drifted, under the picture: the cell that moved most, and where the shares part. Empty without drift. */
export function causeInWords(
  { state, moves }: Assessment,
  { ecdf }: Pick<Distribution, 'ecdf'>,
  formats: Formats
): string {
  const [move] = moves;
  if (state !== 'drift' && state !== 'possible') {
    return '';
  }
  const gap = ecdf?.gap;
  const parts = [
    move && move.term > 0 ? cellInWords(move) : '',
    gap
      ? `the shares part most at ${formats.number(gap.at)}, with ${formats.share(gap.reference)} of the reference and ${formats.share(gap.current)} of the current rows at or below it`
      : '',
  ].filter(Boolean);
  return parts.join('; ');
}
