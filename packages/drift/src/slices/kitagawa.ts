/** One slice on both sides: its rows, and the mean of what is decomposed (any number where there are no rows). */
export interface SliceMeans {
  nReference: number;
  nCurrent: number;
  meanReference: number;
  meanCurrent: number;
}

/** What a slice adds to the difference of the overall means. */
export interface SliceParts {
  /** Because its share of the rows changed. */
  mix: number;
  /** Because its mean changed. */
  within: number;
}

/**
 * Splits the difference of two overall means, current − reference, over slices (Kitagawa 1955, JASA 50, 1168–1194):
 * mix = (q − p) ((a + b)/2 − (A + B)/2), within = (p + q)/2 (b − a), with p, q the slice's shares of the rows, a, b its
 * means and A, B the overall ones. The interaction is shared half and half. The parts add up to B − A exactly.
 *
 * Kitagawa has no (A + B)/2; it leaves the sum of the mix as it is, as shares add up to 1, but tells of each slice
 * whether it grew among those above or below the average. A slice with rows on one side only is all mix.
 */
export function kitagawa(slices: readonly SliceMeans[]): SliceParts[] {
  const sum = (of: (slice: SliceMeans) => number) => slices.reduce((total, slice) => total + of(slice), 0);
  const [n, m] = [sum(({ nReference }) => nReference), sum(({ nCurrent }) => nCurrent)];
  const overall =
    sum(({ nReference, meanReference }) => (nReference > 0 ? (nReference / n) * meanReference : 0)) / 2 +
    sum(({ nCurrent, meanCurrent }) => (nCurrent > 0 ? (nCurrent / m) * meanCurrent : 0)) / 2;
  return slices.map(({ nReference, nCurrent, meanReference, meanCurrent }) => {
    const [p, q] = [nReference / n, nCurrent / m];
    const a = nReference > 0 ? meanReference : meanCurrent;
    const b = nCurrent > 0 ? meanCurrent : meanReference;
    return { mix: (q - p) * ((a - overall) / 2 + (b - overall) / 2), within: ((p + q) / 2) * (b - a) };
  });
}
