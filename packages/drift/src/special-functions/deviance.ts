/**
 * x ln(x / mean) + mean − x ≥ 0, for x ≥ 0 and mean > 0, without cancellation near x = mean.
 *
 * With v = (x − mean) / (x + mean) it is (x − mean) v + 2x (v³/3 + v⁵/5 + …), since ln(x / mean) = 2 artanh v.
 */
export function deviance(x: number, mean: number): number {
  if (x === 0) {
    return mean;
  }
  const difference = x - mean;
  const v = difference / (x + mean);
  if (Math.abs(v) >= 0.1) {
    return x * Math.log(x / mean) - difference;
  }
  const vSquare = v * v;
  let power = v * vSquare;
  let sum = 0;
  for (let odd = 3; odd < 60; odd += 2) {
    const next = sum + power / odd;
    if (next === sum) {
      break;
    }
    sum = next;
    power *= vSquare;
  }
  return difference * v + 2 * x * sum;
}
