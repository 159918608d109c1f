import { isDriftError } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { finitePair, integrateGap } from './cumulative-gap.ts';
import type { Description } from '../description.ts';

export const energyDescription: Description = {
  title: 'Energy distance',
  says: 'the distance of the distributions in the square root of the unit of the feature',
  formula: '√(2 ∫ (F − G)² dx)',
  range: [0, Infinity],
  direction: 'high',
  takes: ['numbers'],
  needs: '1 row a side, finite values',
  growsWithRows: false,
  source: 'scipy.stats.energy_distance; Székely & Rizzo 2013',
  options: [],
};

/**
 * Energy distance √(2 ∫ (F − G)² dx), 0 … ∞, in the square root of the feature's unit; high means drift.
 * `scipy.stats.energy_distance` (Székely & Rizzo 2013).
 */
export function energyDistance(reference: Sample, current: Sample): Comparison | DriftError {
  const pair = finitePair(reference, current);
  if (isDriftError(pair)) {
    return pair;
  }
  return {
    value: Math.sqrt(2 * integrateGap(pair, (gap) => gap * gap)),
    nReference: pair.reference.sorted.length,
    nCurrent: pair.current.sorted.length,
    missingReference: pair.reference.missing,
    missingCurrent: pair.current.missing,
    variant: 'energy distance',
  };
}
