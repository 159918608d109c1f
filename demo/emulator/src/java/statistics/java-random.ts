const multiplier = 0x5deece66dn;
const increment = 0xbn;
const mask = (1n << 48n) - 1n;

/** The numbers of Java's `java.util.Random`, as its public documentation specifies them. */
export class JavaRandom {
  private state: bigint;
  private spareGaussian: number | undefined;

  constructor(seed: number) {
    this.state = (BigInt(seed) ^ multiplier) & mask;
  }

  /** The next `bits` random bits, 1 to 31. */
  private bits(bits: number): number {
    this.state = (this.state * multiplier + increment) & mask;
    return Number(this.state >> BigInt(48 - bits));
  }

  /** Uniform in [0, 1), 53 bits. */
  double(): number {
    const high = this.bits(26);
    return (high * 2 ** 27 + this.bits(27)) * 2 ** -53;
  }

  /** Uniform in 0 … bound − 1, 0 < bound < 2³¹. */
  integer(bound: number): number {
    const last = bound - 1;
    let drawn = this.bits(31);
    if ((bound & last) === 0) return Math.floor((bound * drawn) / 2 ** 31);
    // Draws from the incomplete last run of `bound` numbers are thrown away.
    while (drawn - (drawn % bound) + last >= 2 ** 31) drawn = this.bits(31);
    return drawn % bound;
  }

  /** Standard normal, by Marsaglia's polar method: pairs, the second one kept for the next call. */
  gaussian(): number {
    const spare = this.spareGaussian;
    this.spareGaussian = undefined;
    if (spare !== undefined) return spare;
    for (;;) {
      const x = 2 * this.double() - 1;
      const y = 2 * this.double() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.spareGaussian = y * factor;
      return x * factor;
    }
  }
}
