import type { Sample } from '../samples/sample.ts';
import { seededSample, shifted } from './seeded-sample.ts';
import type { Shape } from './seeded-sample.ts';

const shapes: readonly Shape[] = ['uniform', 'ties', 'skew', 'bell'];

function seededRows(words: readonly string[]): Float64Array {
  const shape = shapes.find((known) => known === words[0]);
  if (!shape) {
    throw new Error(`No shape: ${words.join(' ')}`);
  }
  const [n = NaN, seed = NaN, factor = 1, shift = 0] = words.slice(1).map(Number);
  return shifted(seededSample(shape, n, seed), shift, factor);
}

/**
 * One side of a case from its words, as `rows_of` in reference/reference_cases.py:
 * - `bell 60 5 1.2 0.4`: shape, rows, seed, factor (1), shift (0) of `seededSample`
 * - `rows 1 2 NaN null`: as they are
 * - `counts 3 4`: counts of the categories c0, c1, …
 * - `bins 0 1 2 | 3 4`: edges and counts
 * - `weighted 71 bell 60 5`: seeded rows, weights `uniform` of that seed
 */
export function sideOf(words: string): Sample {
  const [kind, ...rest] = words.split(' ');
  switch (kind) {
    case 'rows':
      return rest.map((word) => (word === 'null' ? null : Number(word)));
    case 'counts':
      return { categories: rest.map((_, i) => `c${i}`), counts: rest.map(Number) };
    case 'bins': {
      const bar = rest.indexOf('|');
      return { edges: rest.slice(0, bar).map(Number), counts: rest.slice(bar + 1).map(Number) };
    }
    case 'weighted': {
      const values = seededRows(rest.slice(1));
      return { values, weights: seededSample('uniform', values.length, Number(rest[0])) };
    }
    default:
      return seededRows(words.split(' '));
  }
}
