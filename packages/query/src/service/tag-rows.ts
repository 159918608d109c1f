import type { Dialect } from '../catalogue/meaning.ts';
import type { Tag } from './model.ts';

/** Rows under tags of these kinds; of every kind where none is named. */
export function rowsOf(tags: readonly Tag[], ...kinds: ReadonlyArray<Tag['kind']>): number {
  return tags.reduce((sum, { kind, rows }) => (kinds.length === 0 || kinds.includes(kind) ? sum + rows : sum), 0);
}

/** Rows that a window can hold: inferences, on Python the reference too. Synthetic rows never count. */
export function windowRows(tags: readonly Tag[], dialect: Dialect): number {
  return rowsOf(tags, 'inference', ...(dialect === 'python' ? (['reference'] as const) : []));
}
