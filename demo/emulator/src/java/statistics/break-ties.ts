import { JavaRandom } from './java-random.ts';

const seed = 100;
const attempts = 1000;

/**
 * Copies of two samples without equal values, in or across them: where there are some, every value is moved by less
 * than half the smallest gap between different values (by at most ½). The moves come from a fixed seed, so the same
 * samples give the same copies. Throws a RangeError where the values are too large to be moved apart.
 */
export function breakTies(x: Float64Array, y: Float64Array): [Float64Array, Float64Array] {
  const values = different(x, y);
  if (values.length === x.length + y.length) return [x.slice(), y.slice()];
  const reach = smallestGap(values) / 2;
  const random = new JavaRandom(seed);
  const moved = (value: number) => {
    const share = random.double();
    return value + (share * reach + (1 - share) * -reach);
  };
  let copies: [Float64Array, Float64Array] = [x, y];
  for (let attempt = 0; attempt < attempts; attempt++) {
    copies = [copies[0].map(moved), copies[1].map(moved)];
    if (different(...copies).length === x.length + y.length) return copies;
  }
  throw new RangeError('The values have ties that cannot be broken: they are too large or not finite.');
}

/** Sorted. */
function different(x: Float64Array, y: Float64Array): Float64Array {
  return Float64Array.from(new Set([...x, ...y])).sort();
}

/** At most 1. */
function smallestGap(sorted: Float64Array): number {
  let smallest = 1;
  sorted.forEach((value, at) => {
    const gap = value - (sorted[at - 1] ?? NaN);
    if (gap < smallest) smallest = gap;
  });
  return smallest;
}
