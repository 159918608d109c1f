import type { Heatmap } from '../report/heatmap.ts';
import type { Work } from '../run/analyst.ts';

/** More chunks are averaged to so many. */
const MOST_COLUMNS = 32;
/** More rows take too long for what a reader gains; they keep their order. */
const MOST_ROWS = 2_000;
/** Effects beyond look the same. */
const MOST_EFFECT = 3;
const ROWS_A_STEP = 32;

/**
 * An order of the rows in which those that drifted at the same times stand together: from the first row on, always the
 * nearest that is left (nearest neighbour heuristic; distance of the clipped effects over at most 32 stretches of time).
 */
export function* seriate(heatmap: Heatmap, rows: number): Work<number[]> {
  const order = Array.from({ length: rows }, (_, at) => at);
  if (rows > MOST_ROWS || rows < 3) {
    return order;
  }
  const { columns, profiles } = profilesOf(heatmap, rows);
  const left = Int32Array.from(order);
  let here = 0;
  for (let done = 1; done < rows; done++) {
    let [nearest, least] = [done, Infinity];
    for (let at = done; at < rows; at++) {
      const distance = distanceOf(profiles, columns, [here * columns, (left[at] ?? 0) * columns], least);
      if (distance < least) {
        nearest = at;
        least = distance;
      }
    }
    here = left[nearest] ?? 0;
    // Moved along, not swapped: rows that are equally near keep their order.
    left.copyWithin(done + 1, done, nearest);
    left[done] = here;
    if (done % ROWS_A_STEP === 0) {
      yield { share: done / rows, doing: 'ordering' };
    }
  }
  return Array.from(left);
}

function profilesOf({ effect, from }: Heatmap, rows: number): { columns: number; profiles: Float32Array } {
  const chunks = from.length;
  const columns = Math.min(MOST_COLUMNS, chunks);
  const profiles = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const start = Math.floor((column * chunks) / columns);
      const end = Math.floor(((column + 1) * chunks) / columns);
      let [sum, n] = [0, 0];
      for (let chunk = start; chunk < end; chunk++) {
        const size = effect[row * chunks + chunk] ?? NaN;
        if (size >= 0) {
          sum += Math.min(MOST_EFFECT, size);
          n += 1;
        }
      }
      profiles[row * columns + column] = n > 0 ? sum / n : 0;
    }
  }
  return { columns, profiles };
}

/** Squared, given up where it is past the least so far. */
function distanceOf(profiles: Float32Array, columns: number, [a, b]: readonly [number, number], least: number): number {
  let sum = 0;
  for (let column = 0; column < columns && sum < least; column++) {
    const gap = (profiles[a + column] ?? 0) - (profiles[b + column] ?? 0);
    sum += gap * gap;
  }
  return sum;
}
