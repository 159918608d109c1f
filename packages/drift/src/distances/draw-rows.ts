import type { Random } from '../random/seeded-random.ts';
import { shuffle } from '../random/shuffle.ts';
import type { Points } from './gaussian-kernel.ts';

/** At most `count` rows, drawn without replacement; all of them, in their order, where there are no more. */
export function drawRows(columns: Points, count: number, random: Random): Points {
  const rows = columns[0]?.length ?? 0;
  if (rows <= count) {
    return columns;
  }
  const drawn = shuffle(
    Uint32Array.from({ length: rows }, (_, i) => i),
    random,
    count
  ).slice(0, count);
  return columns.map((column) => Float64Array.from(drawn, (i) => column[i] ?? NaN));
}
