import type { OverTimePoint } from '../../report/history.ts';

export interface Scales {
  x: (time: number) => number;
  y: (value: number) => number;
}

/** Runs of points that touch: each begins where the one before ends, and all have what is to be drawn. */
function runs(points: readonly OverTimePoint[], has: (point: OverTimePoint) => boolean): OverTimePoint[][] {
  const found: OverTimePoint[][] = [];
  let last: OverTimePoint | undefined;
  for (const point of points) {
    if (!has(point)) {
      last = undefined;
      continue;
    }
    const run = found[found.length - 1];
    if (run && last?.to === point.from) {
      run.push(point);
    } else {
      found.push([point]);
    }
    last = point;
  }
  return found;
}

function steps(
  points: readonly OverTimePoint[],
  { x, y }: Scales,
  value: (point: OverTimePoint) => number | null | undefined
): string {
  const height = (point: OverTimePoint) => y(value(point) ?? 0);
  return runs(points, (point) => value(point) != null)
    .map((run) => run.map((p, at) => `${at === 0 ? 'M' : 'L'}${x(p.from)},${height(p)}H${x(p.to)}`).join(''))
    .join('');
}

/** The number as steps over the real bounds of its chunks; a gap breaks the line, and so does a chunk of too few rows. */
export function stepPath(points: readonly OverTimePoint[], scales: Scales): string {
  return steps(points, scales, ({ level, y }) => (level === 'few' ? null : y));
}

/** Numbers of too few rows, to be drawn quietly. */
export function fewPath(points: readonly OverTimePoint[], scales: Scales): string {
  return steps(points, scales, ({ level, y }) => (level === 'few' ? y : null));
}

/** The limit as steps: it moves where n moves. */
export function limitPath(points: readonly OverTimePoint[], scales: Scales): string {
  return steps(points, scales, (point) => point.limit);
}

/** Between two heights of each point, one outline a run: separate boxes would show their seams. */
function areas(
  runsOf: OverTimePoint[][],
  { x, y }: Scales,
  ends: (point: OverTimePoint) => [number, number]
): string[] {
  return runsOf.map((run) => {
    const there = run.map((p) => `${x(p.from)},${y(ends(p)[0])}L${x(p.to)},${y(ends(p)[0])}`);
    const back = run.map((p) => `${x(p.to)},${y(ends(p)[1])}L${x(p.from)},${y(ends(p)[1])}`).reverse();
    return `M${[...there, ...back].join('L')}Z`;
  });
}

/** Between limit and number, one area for each run over the limit. */
export function overAreas(points: readonly OverTimePoint[], scales: Scales): string[] {
  const over = runs(points, ({ over, y, limit }) => over && y !== null && limit !== null);
  return areas(over, scales, ({ y, limit }) => [y ?? 0, limit ?? 0]);
}

/** The sampling band, one area for each run that has one. */
export function bandAreas(points: readonly OverTimePoint[], scales: Scales): string[] {
  return areas(
    runs(points, ({ band }) => band !== undefined),
    scales,
    ({ band }) => [band?.[1] ?? 0, band?.[0] ?? 0]
  );
}
