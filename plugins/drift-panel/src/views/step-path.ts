import type { OverTimePoint } from '../report/history.ts';

interface Scales {
  x: (time: number) => number;
  y: (value: number) => number;
}

/** Where the step of a sample ends: at the next sample, the last one at the end of the axis or one step on. */
function endOf(points: readonly OverTimePoint[], at: number, to: number): number {
  const here = points[at]?.time ?? to;
  const next = points[at + 1]?.time;
  if (next !== undefined) {
    return next;
  }
  const before = points[at - 1]?.time;
  return before === undefined ? to : Math.min(to, here + (here - before));
}

/** Steps: a sample holds until the next one; a gap breaks the line. */
export function stepPath(points: readonly OverTimePoint[], scales: Scales, to: number): string {
  return steps(points, scales, to, (point) => point.y);
}

/** The limit at each time, as steps: it moves where n moves. */
export function limitPath(points: readonly OverTimePoint[], scales: Scales, to: number): string {
  return steps(points, scales, to, (point) => point.limit);
}

function steps(points: readonly OverTimePoint[], { x, y }: Scales, to: number, value: (point: OverTimePoint) => number | null): string {
  let path = '';
  let open = false;
  points.forEach((point, at) => {
    const height = value(point);
    if (height === null) {
      open = false;
      return;
    }
    path += `${open ? 'L' : 'M'}${x(point.time)},${y(height)}H${x(endOf(points, at, to))}`;
    open = true;
  });
  return path;
}

/** Between limit and number, for each time over the limit. */
export function overAreas(points: readonly OverTimePoint[], { x, y }: Scales, to: number): string[] {
  return points.flatMap((point, at) => {
    if (!point.over || point.y === null || point.limit === null) {
      return [];
    }
    const left = x(point.time);
    const right = x(endOf(points, at, to));
    return [`M${left},${y(point.limit)}V${y(point.y)}H${right}V${y(point.limit)}Z`];
  });
}
