/** Rows stored by one call: they share request id, time and tag. */
export interface RowBlock {
  requestId: string;
  /** Epoch milliseconds. */
  time: number;
  tag: string;
  rows: number;
}

/** The metadata rows of one model, kept a block a call. */
export class RowBlocks {
  private readonly blocks: RowBlock[] = [];
  private readonly starts: number[] = [];
  private readonly rowsByTag = new Map<string, number[]>();
  private count = 0;

  get rows(): number {
    return this.count;
  }

  append(block: RowBlock): void {
    this.blocks.push(block);
    this.starts.push(this.count);
    const tagged = this.rowsByTag.get(block.tag) ?? [];
    this.rowsByTag.set(block.tag, tagged);
    for (let row = 0; row < block.rows; row += 1) tagged.push(this.count + row);
    this.count += block.rows;
  }

  /** Rows a tag, tags in order of first appearance. */
  tagCounts(): Record<string, number> {
    return Object.fromEntries([...this.rowsByTag].map(([tag, rows]) => [tag, rows.length]));
  }

  /** Row numbers that carry the tag, ascending. */
  rowsTagged(tag: string): readonly number[] {
    return this.rowsByTag.get(tag) ?? [];
  }

  /** Visits rows `start` up to but without `end`. `index` counts within the row's block. */
  visit(start: number, end: number, see: (block: RowBlock, index: number, row: number) => void): void {
    for (let number = this.blockOf(start); number < this.blocks.length; number += 1) {
      const block = this.blocks[number];
      const first = this.starts[number] ?? 0;
      if (!block || first >= end) return;
      for (let index = Math.max(0, start - first); index < block.rows && first + index < end; index += 1) {
        see(block, index, first + index);
      }
    }
  }

  /** The block that holds a row, by bisection. */
  private blockOf(row: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}
