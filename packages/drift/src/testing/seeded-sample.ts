/** Shapes of test samples. `ties` are 0 … 5, `skew` is x⁴, `bell` the sum of twelve minus six (mean 0, variance 1). */
export type Shape = 'uniform' | 'ties' | 'skew' | 'bell';

/**
 * The same numbers as `seeded` in reference/seeded_samples.py, bit for bit: a linear congruential generator with the
 * constants of Numerical Recipes (3rd ed., 7.1), divided by 2³².
 */
export function seededSample(shape: Shape, n: number, seed: number): Float64Array {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const draw = () => {
    switch (shape) {
      case 'uniform':
        return next();
      case 'ties':
        return Math.floor(next() * 6);
      case 'skew': {
        const x = next();
        return x * x * x * x;
      }
      case 'bell': {
        let sum = -6;
        for (let i = 0; i < 12; i++) {
          sum += next();
        }
        return sum;
      }
    }
  };
  return Float64Array.from({ length: n }, draw);
}

/** The current side of a pair: another seed, times `scale`, plus `shift`. */
export function shifted(sample: Float64Array, shift: number, scale = 1): Float64Array {
  return sample.map((x) => x * scale + shift);
}
