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

function steps(
  points: readonly OverTimePoint[],
  { x, y }: Scales,
  to: number,
  value: (point: OverTimePoint) => number | null
): string {
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

/** Between limit and number, one outline for each run over the limit: separate boxes would show their seams. */
export function overAreas(points: readonly OverTimePoint[], { x, y }: Scales, to: number): string[] {
  const areas: string[] = [];
  let there = '';
  let back = '';
  const close = () => {
    if (there) {
      areas.push(`M${there}L${back}Z`);
    }
    there = '';
    back = '';
  };
  points.forEach((point, at) => {
    if (!point.over || point.y === null || point.limit === null) {
      close();
      return;
    }
    const left = x(point.time);
    const right = x(endOf(points, at, to));
    there += `${there && 'L'}${left},${y(point.y)}L${right},${y(point.y)}`;
    back = `${right},${y(point.limit)}L${left},${y(point.limit)}${back && 'L'}${back}`;
  });
  close();
  return areas;
}
