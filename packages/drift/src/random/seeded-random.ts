/** A stream of random numbers that a seed fixes. Not for secrets. */
export interface Random {
  /** A whole number from 0 to 2³² − 1. */
  next(): number;
  /** A double in [0, 1), a multiple of 2⁻⁵³, from two steps of the generator (27 and 26 high bits). */
  uniform(): number;
  /** A whole number from 0 to limit − 1, for limits up to 2³²; uneven by less than limit · 2⁻⁵³. */
  below(limit: number): number;
}

/** The four words of the generator, each 0 … 2³² − 1, not all 0. */
export type RandomState = readonly [number, number, number, number];

function rotated(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

/**
 * xoshiro128** 1.1 from a given state (D. Blackman, S. Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM
 * Trans. Math. Software 47(4), 2021): period 2¹²⁸ − 1, 32-bit operations only, so the same in every engine.
 */
export function randomFromState([a, b, c, d]: RandomState): Random {
  let [s0, s1, s2, s3] = [a | 0, b | 0, c | 0, d | 0];
  const next = () => {
    const result = Math.imul(rotated(Math.imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotated(s3, 11);
    return result;
  };
  const uniform = () => {
    const high = next() >>> 5;
    return (high * 67108864 + (next() >>> 6)) / 9007199254740992;
  };
  return { next, uniform, below: (limit) => Math.floor(uniform() * limit) };
}

/** The finaliser of MurmurHash3 (A. Appleby): one-to-one on 32 bits, each bit of the input moves about half of the output. */
function mixed(x: number): number {
  let h = x;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * The stream of a seed, a whole number (its low 32 bits count): xoshiro128** whose k-th word is the mixed
 * seed + k · 0x9e3779b9, k = 1 … 4. Different seeds give different streams.
 */
export function seededRandom(seed: number): Random {
  const word = (k: number) => mixed((seed >>> 0) + Math.imul(k, 0x9e3779b9));
  // Mixing is one-to-one and the four inputs differ, so at most one word is 0.
  return randomFromState([word(1), word(2), word(3), word(4)]);
}
