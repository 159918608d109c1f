/** A growing column of numbers. Views stay valid until the next append. */
export class NumericColumn {
  private values = new Float64Array(64);
  private used = 0;

  get length(): number {
    return this.used;
  }

  push(value: number): void {
    if (this.used === this.values.length) {
      const larger = new Float64Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.used] = value;
    this.used += 1;
  }

  /** Rows `start` up to but without `end`, not copied. */
  view(start: number, end: number): Float64Array {
    return this.values.subarray(Math.min(start, this.used), Math.min(Math.max(start, end), this.used));
  }

  at(row: number): number {
    return row < this.used ? (this.values[row] ?? NaN) : NaN;
  }
}
