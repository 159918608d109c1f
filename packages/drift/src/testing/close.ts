/** Relative error that counts as equal to an independent number. */
export const relativeTolerance = 1e-9;

/** Holds a number to an independent one, relative to its size; infinities and zeros must be equal. Throws if it is off. */
export function expectClose(actual: number | undefined, expected: number, tolerance = relativeTolerance): void {
  if (actual === expected || (Number.isNaN(actual) && Number.isNaN(expected))) {
    return;
  }
  if (actual === undefined || !(Math.abs(actual - expected) <= tolerance * Math.abs(expected))) {
    throw new Error(`${actual} is not ${expected} to a relative ${tolerance}`);
  }
}
