/**
 * Edges for drawing: an infinite outer edge becomes a finite one. It lies where the axis ends, if that is beyond its
 * neighbour; else its bin is as wide as the one beside it.
 * @param edges ascending, the outer ones may be infinite
 */
export function finiteEdges(edges: ArrayLike<number>, axis?: readonly [from: number, to: number]): number[] {
  const all = Array.from(edges);
  const inner = all.filter(Number.isFinite);
  const [first, last] = [inner[0], inner[inner.length - 1]];
  if (first === undefined || last === undefined) {
    return axis ? [...axis] : [0, 1];
  }
  const width = (a: number | undefined, b: number | undefined) =>
    a !== undefined && b !== undefined && b - a > 0 && Number.isFinite(b - a) ? b - a : Math.abs(first) || 1;
  const low = axis && axis[0] < first ? axis[0] : first - width(inner[0], inner[1]);
  const high = axis && axis[1] > last ? axis[1] : last + width(inner[inner.length - 2], inner[inner.length - 1]);
  return [...(all[0] === -Infinity ? [low] : []), ...inner, ...(all[all.length - 1] === Infinity ? [high] : [])];
}
