import { logHypergeometric, modeOf, ratioOfNext, support } from '../special-functions/hypergeometric.ts';
import type { Random } from './seeded-random.ts';

/** An urn: so many balls in all, of which `marked` are. */
export interface Urn {
  balls: number;
  marked: number;
}

/**
 * How many of `drawn` balls, taken without replacement, are marked. Inversion from the mode outwards: exact for every
 * size, in about as many steps as the standard deviation.
 */
export function drawHypergeometric({ balls, marked }: Urn, drawn: number, random: Random): number {
  const law = { rows: balls, marked, drawn };
  const [least, most] = support(law);
  const mode = Math.min(most, Math.max(least, modeOf(law)));
  const atMode = Math.exp(logHypergeometric(mode, law));
  let left = random.uniform() - atMode;
  let [below, above, pBelow, pAbove] = [mode, mode, atMode, atMode];
  while (left >= 0 && (below > least || above < most)) {
    if (above < most) {
      pAbove *= ratioOfNext(above, 1, law);
      above += 1;
      left -= pAbove;
      if (left < 0) {
        return above;
      }
    }
    if (below > least) {
      pBelow *= ratioOfNext(below, -1, law);
      below -= 1;
      left -= pBelow;
      if (left < 0) {
        return below;
      }
    }
  }
  return mode;
}
