import type { Heatmap } from '../../report/heatmap.ts';

/** Where chunks lie on the x axis. Pixels of the heatmap, epoch ms. */
export interface ChunkScale {
  width: number;
  chunks: number;
  /** Width of the narrowest chunk. */
  narrowest: number;
  /** Bounds of a chunk. */
  left: (chunk: number) => number;
  right: (chunk: number) => number;
  /** The chunk at x, or the nearest where chunks leave a gap; undefined where there are none. */
  chunkAt: (x: number) => number | undefined;
  /** Undefined where the data has no time, or outside of it. */
  xOf: (time: number) => number | undefined;
  timeAt: (x: number) => number | undefined;
  /** Start and end of the axis; undefined where the data has no time. */
  span: { from: number; to: number } | undefined;
}

/** Time on the x axis as it is; chunks without time are equally wide, in their order. */
export function chunkScale({ from, to }: Pick<Heatmap, 'from' | 'to'>, width: number): ChunkScale {
  const chunks = from.length;
  const start = from[0] ?? NaN;
  const end = to[chunks - 1] ?? NaN;
  const timed = end > start;
  const place = (time: number) => ((time - start) / (end - start)) * width;
  const left = (chunk: number) => (timed ? place(from[chunk] ?? end) : (chunk / chunks) * width);
  const right = (chunk: number) => (timed ? place(to[chunk] ?? end) : ((chunk + 1) / chunks) * width);
  let narrowest = width;
  for (let chunk = 0; chunk < chunks; chunk++) {
    narrowest = Math.min(narrowest, right(chunk) - left(chunk));
  }
  return {
    width,
    chunks,
    narrowest,
    left,
    right,
    chunkAt: (x) => {
      if (chunks === 0) {
        return undefined;
      }
      // The last chunk that begins at or before x.
      let low = 0;
      let high = chunks - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (left(middle) <= x) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      const next = low + 1;
      return next < chunks && x > right(low) && left(next) - x < x - right(low) ? next : low;
    },
    xOf: (time) => (timed && time >= start && time <= end ? place(time) : undefined),
    timeAt: (x) => (timed ? start + (Math.min(width, Math.max(0, x)) / width) * (end - start) : undefined),
    span: timed ? { from: start, to: end } : undefined,
  };
}
