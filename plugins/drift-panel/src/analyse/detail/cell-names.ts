import { moveInWords, type CellMove } from '@soundcheck/drift';

/** Numbers of few values are compared as categories, by their JavaScript names. */
const INFINITE: Record<string, string> = { Infinity: '∞', '-Infinity': '−∞' };

/** The name of a bin or category as people write it. */
export function cellName(label: string): string {
  return INFINITE[label] ?? label;
}

/** "40–50 fell from 21 % to 9 %: 62 % of the PSI". */
export function cellInWords(move: CellMove): string {
  return moveInWords({ ...move, label: cellName(move.label) });
}
