interface Point {
  x: number;
  y: number;
}

/**
 * Where a key leads to: left and right by x, up and down by y, both through all points; Home and End to the first and
 * last by x. Undefined: the key is none of ours.
 * @param points pixels, y downwards
 * @param at place of the point that the keyboard is on; undefined: on none yet
 */
export function walked(points: readonly Point[], at: number | undefined, key: string): number | undefined {
  const vertical = key === 'ArrowUp' || key === 'ArrowDown';
  const order = [...points.keys()].sort((a, b) => {
    const [p, q] = [points[a], points[b]];
    return p && q ? (vertical ? p.y - q.y || p.x - q.x : p.x - q.x || p.y - q.y) : 0;
  });
  const here = at === undefined ? -1 : order.indexOf(at);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return order[Math.min(order.length - 1, here + 1)];
    case 'ArrowLeft':
    case 'ArrowUp':
      return order[Math.max(0, here - 1)];
    case 'Home':
      return order[0];
    case 'End':
      return order[order.length - 1];
    default:
      return undefined;
  }
}

/** Place of the point nearest to a place in the plot, within reach. */
export function nearestPoint(points: readonly Point[], { x, y }: Point, reach: number): number | undefined {
  let found: number | undefined;
  let least = reach;
  points.forEach((point, at) => {
    const apart = Math.hypot(point.x - x, point.y - y);
    if (apart <= least) {
      least = apart;
      found = at;
    }
  });
  return found;
}
