import type { Cells } from '../../../report/distribution.ts';

type Marks = Extract<Cells, { kind: 'categories' }>['marks'];

/** Categories that are drawn one by one, "n others" included. */
const MOST_CATEGORIES = 12;

/** Which categories are drawn, and in what order. */
export interface CategoryCells {
  labels: string[];
  marks: Marks;
  /** Positions of the categories behind each label. */
  members: number[][];
}

/** Categories by the largest difference of their shares; the rest as one, "n others", last. */
export function categoryCells(
  categories: readonly string[],
  reference: ArrayLike<number>,
  current: ArrayLike<number>
): CategoryCells {
  const [p, q] = [sharesOf(reference), sharesOf(current)];
  const present = categories.map((_, i) => i).filter((i) => (p[i] ?? 0) + (q[i] ?? 0) > 0);
  const compared = p.some((share) => share > 0) && q.some((share) => share > 0);
  const gap = (i: number) => (compared ? Math.abs((p[i] ?? 0) - (q[i] ?? 0)) : 0);
  const size = (i: number) => (p[i] ?? 0) + (q[i] ?? 0);
  const name = (i: number) => categories[i] ?? '';
  const order = present.sort((a, b) => gap(b) - gap(a) || size(b) - size(a) || (name(a) < name(b) ? -1 : 1));
  const alone = order.length > MOST_CATEGORIES ? order.slice(0, MOST_CATEGORIES - 1) : order;
  const rest = order.slice(alone.length);
  const markOf = (i: number) => {
    if (!compared) {
      return undefined;
    }
    return (p[i] ?? 0) === 0 ? 'new' : (q[i] ?? 0) === 0 ? 'vanished' : undefined;
  };
  return {
    labels: [...alone.map(name), ...(rest.length > 0 ? [`${rest.length} others`] : [])],
    marks: [...alone.map(markOf), ...(rest.length > 0 ? (['other'] as const) : [])],
    members: [...alone.map((i) => [i]), ...(rest.length > 0 ? [rest] : [])],
  };
}

function sharesOf(counts: ArrayLike<number>): number[] {
  const n = Array.from(counts).reduce((sum, count) => sum + count, 0);
  return Array.from(counts, (count) => (n > 0 ? count / n : 0));
}

/** Counts of the drawn cells. */
export function countsOfCells({ members }: CategoryCells, counts: ArrayLike<number>): number[] {
  return members.map((of) => of.reduce((sum, i) => sum + (counts[i] ?? 0), 0));
}
