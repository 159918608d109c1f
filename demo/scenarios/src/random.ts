/**
 * Random numbers that depend on their keys alone: `new Random(seed, stream, index)` gives row number `index` of a stream
 * without the rows before it, so that history and live traffic agree and no clock takes part.
 *
 * Keys are hashed to 96 bits with MurmurHash3's 32-bit finaliser (Appleby, 2008, public domain); the numbers come from
 * sfc32 (Doty-Humphrey, PractRand, public domain).
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(...keys: number[]) {
    this.a = hash(0x9e3779b9, keys);
    this.b = hash(0x85ebca6b, keys);
    this.c = hash(0xc2b2ae35, keys);
    for (let i = 0; i < 12; i += 1) {
      this.next32();
    }
  }

  /** Uniform in the open interval (0, 1), 32 bits fine. */
  uniform(): number {
    return (this.next32() + 0.5) / 4294967296;
  }

  /** Standard normal, by Box and Muller (1958). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  private next32(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}

function hash(salt: number, keys: number[]): number {
  return keys.reduce((state, key) => finalise(state ^ finalise((key + 0x9e3779b9) | 0)), salt) | 0;
}

function finalise(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
