import type { SideName } from '../data-set.ts';

/** One count: of a bin, a category, or the missing rows of a feature. */
export interface CountRow {
  feature: string;
  side: SideName;
  /** Bounds of the bin, start included, ±Infinity where open; NaN: no bin. */
  start: number;
  end: number;
  /** Undefined: no category. Without a bin either, these are the missing rows. */
  category: string | undefined;
  count: number;
  /** Bounds of the chunk, epoch ms; NaN where they are unknown. */
  from: number;
  to: number;
}

/** Names and their places, in the order of first sight. */
class Names {
  readonly list: string[] = [];
  private readonly places = new Map<string, number>();
  private last = -1;

  place(name: string): number {
    // Rows of one feature mostly come together.
    if (this.list[this.last] !== name) {
      this.last = this.places.get(name) ?? this.list.push(name) - 1;
      this.places.set(name, this.last);
    }
    return this.last;
  }
}

function longer<A extends Float64Array | Int32Array | Uint8Array>(old: A, larger: A): A {
  larger.set(old);
  return larger;
}

/** All counts of all frames, a typed array a column, so that a million of them need no object each. */
export class CountLog {
  length = 0;
  readonly features = new Names();
  readonly categories = new Names();
  feature = new Int32Array(1024);
  isReference = new Uint8Array(1024);
  start = new Float64Array(1024);
  end = new Float64Array(1024);
  /** −1: none. */
  category = new Int32Array(1024);
  count = new Float64Array(1024);
  from = new Float64Array(1024);
  to = new Float64Array(1024);

  /** Makes room for so many more rows at once. */
  reserve(rows: number): void {
    const least = this.length + rows;
    if (least > this.feature.length) {
      this.lengthen(Math.max(least, 2 * this.feature.length));
    }
  }

  /** Takes over what the row says now; the same object may be filled again. */
  add(row: CountRow): void {
    this.reserve(1);
    const at = this.length++;
    this.feature[at] = this.features.place(row.feature);
    this.isReference[at] = row.side === 'reference' ? 1 : 0;
    this.start[at] = row.start;
    this.end[at] = row.end;
    this.category[at] = row.category === undefined ? -1 : this.categories.place(row.category);
    this.count[at] = row.count;
    this.from[at] = row.from;
    this.to[at] = row.to;
  }

  private lengthen(length: number): void {
    this.feature = longer(this.feature, new Int32Array(length));
    this.category = longer(this.category, new Int32Array(length));
    this.isReference = longer(this.isReference, new Uint8Array(length));
    this.start = longer(this.start, new Float64Array(length));
    this.end = longer(this.end, new Float64Array(length));
    this.count = longer(this.count, new Float64Array(length));
    this.from = longer(this.from, new Float64Array(length));
    this.to = longer(this.to, new Float64Array(length));
  }
}
