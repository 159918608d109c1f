import { seededSample } from './seeded-sample.ts';

/** "kind | rows seed shift scale every", as `column` in reference/presets_samples.py says. */
export type Recipe = string;

/** The numbers of a text, parted by blanks. */
export function numbersIn(text: string): number[] {
  return text === '' ? [] : text.split(' ').map(Number);
}

/** The truths of a text, parted by blanks. */
export function truthsIn(text: string): boolean[] {
  return text.split(' ').map((word) => word === 'true');
}

function numbersOf(kind: string, rows: number, seed: number): Float64Array {
  const shape = kind === 'bell' || kind === 'ties' || kind === 'skew' ? kind : 'uniform';
  return seededSample(shape, rows, seed);
}

/** Numbers, NaN where missing; or categories, null where missing. */
export function columnOf(recipe: Recipe): Float64Array | (string | null)[] {
  const [kind = '', sizes = ''] = recipe.split(' | ');
  const [rows = 0, seed = 0, shift = 0, scale = 1, every = 0] = numbersIn(sizes);
  const [name = '', ...texts] = kind.split(' ');
  const cuts = texts.map(Number);
  const plain = numbersOf(name, rows, seed).map((x) => x * scale + shift);
  const values = cuts.length > 0 ? plain.map((x) => cuts.filter((cut) => cut <= x).length) : plain;
  const missing = (i: number) => every > 0 && (i + 1) % every === 0;
  return name === 'cut'
    ? Array.from(values, (x, i) => (missing(i) ? null : `c${x}`))
    : values.map((x, i) => (missing(i) ? NaN : x));
}
