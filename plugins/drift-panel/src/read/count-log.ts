import type { SideName } from './data-set.ts';

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

  place(name: string): number {
    const known = this.places.get(name);
    if (known !== undefined) {
      return known;
    }
    this.places.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

function doubled<A extends Float64Array | Int32Array | Uint8Array>(old: A, make: (length: number) => A): A {
  const larger = make(2 * old.length);
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

  /** Takes over what the row says now; the same object may be filled again. */
  add(row: CountRow): void {
    if (this.length === this.feature.length) {
      this.grow();
    }
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

  private grow(): void {
    const floats = (length: number) => new Float64Array(length);
    const integers = (length: number) => new Int32Array(length);
    this.feature = doubled(this.feature, integers);
    this.category = doubled(this.category, integers);
    this.isReference = doubled(this.isReference, (length) => new Uint8Array(length));
    this.start = doubled(this.start, floats);
    this.end = doubled(this.end, floats);
    this.count = doubled(this.count, floats);
    this.from = doubled(this.from, floats);
    this.to = doubled(this.to, floats);
  }
}
