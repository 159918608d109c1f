import { moveInWords, type CellMove } from '@soundcheck/drift';
import type { Cells, Contribution } from '../../../report/distribution.ts';
import type { Formats } from '../../format.ts';
import { signedPart } from './signed-part.ts';

/**
 * The moves of categories at the labels of the distribution. What is not drawn there by name, and what the test pooled
 * because it is rare, stands together in the last cell.
 */
export function categoryContribution(
  moves: readonly CellMove[],
  { labels, marks }: Extract<Cells, { kind: 'categories' }>,
  formats: Formats
): Omit<Contribution, 'title'> {
  const left = new Set(moves);
  const takeMove = (label: string) => {
    const move = [...left].find((one) => one.label === label);
    if (move) {
      left.delete(move);
    }
    return move;
  };
  const named = labels.filter((_, i) => marks[i] !== 'other').map((label) => ({ label, move: takeMove(label) }));
  const rest = [...left];
  const last = labels.find((_, i) => marks[i] === 'other') ?? 'rare ones';
  const hasLast = rest.length > 0 || marks.includes('other');
  return {
    cells: {
      kind: 'categories',
      labels: [...named.map(({ label }) => label), ...(hasLast ? [last] : [])],
      marks: [...marks.filter((mark) => mark !== 'other'), ...(hasLast ? (['other'] as const) : [])],
    },
    parts: [...named.map(({ move }) => (move ? signedPart(move) : 0)), ...(hasLast ? [partOfRest(rest)] : [])],
    titles: [
      ...named.map(({ label, move }) => (move ? moveInWords(move) : `${label} is too rare to be compared alone`)),
      ...(hasLast ? [titleOfRest(rest, last, formats)] : []),
    ],
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** All that the rest adds, with the sign of its rows as a whole. */
function partOfRest(rest: readonly CellMove[]): number {
  const change = sum(rest.map(({ current, reference }) => current - reference));
  return sum(rest.map((move) => Math.abs(signedPart(move)))) * (change < 0 ? -1 : 1);
}

function titleOfRest(rest: readonly CellMove[], label: string, formats: Formats): string {
  const share = (side: 'reference' | 'current') => formats.share(sum(rest.map((move) => move[side])));
  const part = formats.share(Math.abs(partOfRest(rest)));
  return `${label}: ${share('reference')} before, ${share('current')} now, ${part} of the PSI in all`;
}
