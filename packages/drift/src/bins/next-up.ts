/** The next greater double of a finite one. */
export function nextUp(x: number): number {
  return x + Math.max(Number.MIN_VALUE, Math.abs(x) * 2 ** -53 * (1 + Number.EPSILON));
}
