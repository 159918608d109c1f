/** From 0, or lower where numbers are, to a little above everything that is drawn. */
export function yRange(ys: readonly number[]): Pick<{ yMin: number; yMax: number }, 'yMin' | 'yMax'> {
  let [yMin, top] = [0, 0];
  for (const y of ys) {
    if (Number.isFinite(y)) {
      yMin = Math.min(yMin, y);
      top = Math.max(top, y);
    }
  }
  const yMax = yMin + (top - yMin) * 1.1;
  return { yMin, yMax: yMax > yMin && Number.isFinite(yMax) ? yMax : yMin + 1 };
}
