/** One value of the sample; how many rows it stands for, itself last; by how much its rank may lie above their sum. */
export interface SketchEntry {
  left: number;
  middle: number;
  right: number;
}

/** A quantile sketch under the names the service lists. `numx` counts the rows. */
export interface SketchFit {
  epsilon: number;
  xmin: number;
  xmax: number;
  numx: number;
  /** Sorted. Up to 1 / epsilon rows every entry is one row. */
  summary: SketchEntry[];
}

/**
 * Quantile sketch of a column, after Greenwald & Khanna (2001), "Space-efficient online computation of quantile
 * summaries", without their bands: ranks are known to within epsilon · n, entries take O(1 / epsilon) in practice.
 */
export function fitSketch(column: Float64Array, epsilon: number): SketchFit {
  const summary: SketchEntry[] = [];
  const period = Math.max(1, Math.floor(1 / (2 * epsilon)));
  column.forEach((value, rows) => {
    if (rows > 0 && rows % period === 0) compress(summary, 2 * epsilon * rows);
    insert(summary, value, Math.max(0, Math.floor(2 * epsilon * rows) - 1));
  });
  const [xmin, xmax] = [summary[0]?.left ?? NaN, summary.at(-1)?.left ?? NaN];
  return { epsilon, summary, xmin, xmax, numx: column.length };
}

/** The rank of a value among the rows of a sketch: 1 up to the smallest row, n from the largest on. */
export function rankIn({ summary, xmin, xmax, numx }: SketchFit): (value: number) => number {
  let rows = 0;
  const ranks = summary.map(({ middle, right }) => (rows += middle) + right / 2);
  return (value) => {
    if (value <= xmin) return 1;
    if (value >= xmax) return numx;
    return ranks[countUpTo(summary, value) - 1] ?? NaN;
  };
}

function insert(summary: SketchEntry[], left: number, doubt: number): void {
  const at = countUpTo(summary, left);
  const outermost = at === 0 || at === summary.length;
  summary.splice(at, 0, { left, middle: 1, right: outermost ? 0 : doubt });
}

/** Merges entries into their right neighbours while a rank stays known to within `width` / 2; keeps both ends. */
function compress(summary: SketchEntry[], width: number): void {
  const kept = summary.splice(0).reverse();
  kept.forEach((entry, at) => {
    const right = summary.at(-1);
    const smallest = at === kept.length - 1;
    if (right && !smallest && entry.middle + right.middle + right.right <= width) right.middle += entry.middle;
    else summary.push(entry);
  });
  summary.reverse();
}

/** How many entries have a value of at most that. */
function countUpTo(summary: readonly SketchEntry[], value: number): number {
  let [low, high] = [0, summary.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((summary[middle]?.left ?? NaN) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
