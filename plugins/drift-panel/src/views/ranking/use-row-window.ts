import { useCallback, useState, type UIEvent } from 'react';

/** Rows are drawn in blocks: scrolling inside a block draws nothing anew. */
const BLOCK = 8;
/** Rows beyond those in view, above and below. */
const MORE = 4;

export interface RowWindow {
  /** For the box. */
  onScroll: (event: UIEvent<HTMLDivElement>) => void;
  /** The rows to draw: `first` ≤ row < `end`. */
  first: number;
  end: number;
}

interface List {
  count: number;
  /** Pixels, the same for all rows. */
  rowHeight: number;
  /** About how high the box is; off by a few rows, nothing is missing yet. */
  height: number;
}

/** Of a long list only the rows in view, and a few on either side of them. */
export function useRowWindow({ count, rowHeight, height }: List): RowWindow {
  const [block, setBlock] = useState(0);
  const inView = Math.ceil(height / rowHeight);
  // After the list got shorter the browser scrolls back by itself, but only once the rows are gone.
  const lastBlock = Math.max(0, Math.floor((count - inView) / BLOCK));
  const first = Math.max(0, Math.min(block, lastBlock) * BLOCK - MORE);
  const end = Math.min(count, (Math.min(block, lastBlock) + 1) * BLOCK + inView + MORE);

  const onScroll = useCallback(
    ({ currentTarget }: UIEvent<HTMLDivElement>) =>
      setBlock(Math.max(0, Math.floor(currentTarget.scrollTop / rowHeight / BLOCK))),
    [rowHeight]
  );
  return { onScroll, first, end };
}

/** Scrolls a box just so far that a row is seen whole. */
export function reveal(box: HTMLElement | null, row: number, { rowHeight, height }: Omit<List, 'count'>): void {
  if (!box) {
    return;
  }
  const top = row * rowHeight;
  const seen = box.clientHeight || height;
  if (top < box.scrollTop) {
    box.scrollTop = top;
  } else if (top + rowHeight > box.scrollTop + seen) {
    box.scrollTop = top + rowHeight - seen;
  }
}
