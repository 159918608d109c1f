/** Rows summed up: their total, and their squared deviations from their mean. */
interface Bucket {
  total: number;
  squares: number;
}

/**
 * The window of ADWIN: the latest values, summed up in buckets of 1, 2, 4, 8 … values, the older the larger. A row
 * holds the buckets of one size, the oldest first. O(log n) memory.
 */
export interface AdwinWindow {
  readonly width: number;
  readonly total: number;
  /** Σ (x − mean)² of the window. */
  readonly squares: number;
  readonly rows: ReadonlyArray<readonly Bucket[]>;
  add(x: number): void;
  /** Forgets the oldest bucket. */
  dropOldest(): void;
}

/** Buckets that came in side by side, as one; squares by Chan, Golub & LeVeque (1983) for two of `size` values each. */
function merge(a: Bucket, b: Bucket, size: number): Bucket {
  const gap = a.total / size - b.total / size;
  return { total: a.total + b.total, squares: a.squares + b.squares + size * 0.5 * gap * gap };
}

/**
 * A window with at most `maxBuckets` buckets of each size; one more, and the two oldest become one of the next size.
 * Bifet & Gavaldà 2007 (ADWIN2). Sums in the order of river 0.26, so that the last digits agree.
 */
export function adwinWindow(maxBuckets: number): AdwinWindow {
  const rows: Bucket[][] = [[]];
  let [width, total, squares] = [0, 0, 0];

  function compress(): void {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? [];
      const [a, b] = row;
      if (row.length <= maxBuckets || !a || !b) {
        return;
      }
      const next = rows[i + 1] ?? [];
      rows[i + 1] = next;
      next.push(merge(a, b, 2 ** i));
      row.splice(0, 2);
    }
  }

  return {
    get width() {
      return width;
    },
    get total() {
      return total;
    },
    get squares() {
      return squares;
    },
    rows,
    add(x) {
      rows[0]?.push({ total: x, squares: 0 });
      if (width > 0) {
        const gap = x - total / width;
        squares += (width * gap * gap) / (width + 1);
      }
      width += 1;
      total += x;
      compress();
    },
    dropOldest() {
      const last = rows.length - 1;
      const size = 2 ** last;
      const oldest = rows[last]?.shift();
      if (!oldest) {
        return;
      }
      width -= size;
      total -= oldest.total;
      const gap = oldest.total / size - total / width;
      squares -= oldest.squares + (size * width * gap * gap) / (size + width);
      if (rows[last]?.length === 0 && last > 0) {
        rows.pop();
      }
    },
  };
}
