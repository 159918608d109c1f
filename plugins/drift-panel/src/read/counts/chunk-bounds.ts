/** Fills in the bounds of chunks of which only the starts, or only the ends, are known. */
export interface ChunkBounds {
  endOf: (from: number) => number;
  startOf: (to: number) => number;
}

/** A chunk is no longer than this many typical steps: what follows is a gap. */
const LONGEST = 1.5;

/**
 * A chunk ends where the next begins, unless that is much later than usual: then a typical step later. One alone ends
 * with the panel's time range. The median step allows for days of 23 and 25 hours.
 * @param starts those of chunks without an end, `ends` those of chunks without a start; epoch ms, in any order
 */
export function chunkBounds(
  starts: ReadonlySet<number>,
  ends: ReadonlySet<number>,
  range: { from: number; to: number }
): ChunkBounds {
  const next = neighbours([...starts], 1, range.to);
  const before = neighbours([...ends], -1, range.from);
  return { endOf: (from) => next.get(from) ?? NaN, startOf: (to) => before.get(to) ?? NaN };
}

/** The other bound of each time, later (1) or earlier (−1). */
function neighbours(times: number[], direction: 1 | -1, range: number): Map<number, number> {
  const sorted = times.filter(Number.isFinite).sort((a, b) => (a - b) * direction);
  const steps = sorted.slice(1).map((time, i) => Math.abs(time - (sorted[i] ?? time)));
  const typical = steps.sort((a, b) => a - b)[steps.length >> 1];
  return new Map(
    sorted.map((time, i): [number, number] => {
      if (typical === undefined) {
        return [time, (range - time) * direction > 0 ? range : time + direction];
      }
      const neighbour = sorted[i + 1];
      const isNear = neighbour !== undefined && Math.abs(neighbour - time) <= LONGEST * typical;
      return [time, isNear ? neighbour : time + direction * typical];
    })
  );
}
