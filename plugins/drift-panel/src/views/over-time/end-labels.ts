/**
 * Heights of labels beside the ends of lines: as near to the wanted ones as can be, at least `line` apart and inside the
 * plot. Labels that push each other form a block that sits around the mean of its wishes (pool adjacent violators).
 * @param wanted pixels from the top
 * @returns in the order of `wanted`; where there is no room for all, they stand evenly and closer
 */
export function spreadLabels(wanted: readonly number[], height: number, line: number): number[] {
  const gap = wanted.length > 1 ? Math.min(line, height / (wanted.length - 1)) : 0;
  const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  // Without the gaps between them labels only have to keep their order.
  const blocks: Array<{ sum: number; n: number }> = [];
  order.forEach((at, rank) => {
    let block = { sum: (wanted[at] ?? 0) - rank * gap, n: 1 };
    for (let above = blocks[blocks.length - 1]; above && above.sum / above.n >= block.sum / block.n;) {
      block = { sum: above.sum + block.sum, n: above.n + block.n };
      blocks.pop();
      above = blocks[blocks.length - 1];
    }
    blocks.push(block);
  });
  const most = Math.max(0, height - (wanted.length - 1) * gap);
  const placed = blocks.flatMap(({ sum, n }) => Array.from({ length: n }, () => Math.max(0, Math.min(most, sum / n))));
  const result = new Array<number>(wanted.length).fill(0);
  order.forEach((at, rank) => {
    result[at] = (placed[rank] ?? 0) + rank * gap;
  });
  return result;
}
