import { logGamma } from '../special-functions/log-gamma.ts';
import type { Random } from './seeded-random.ts';

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

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
  const least = Math.max(0, drawn - (balls - marked));
  const most = Math.min(drawn, marked);
  const mode = Math.min(most, Math.max(least, Math.floor(((drawn + 1) * (marked + 1)) / (balls + 2))));
  const atMode = Math.exp(logChoose(marked, mode) + logChoose(balls - marked, drawn - mode) - logChoose(balls, drawn));
  let left = random.uniform() - atMode;
  let [below, above, pBelow, pAbove] = [mode, mode, atMode, atMode];
  while (left >= 0 && (below > least || above < most)) {
    if (above < most) {
      pAbove *= ((marked - above) * (drawn - above)) / ((above + 1) * (balls - marked - drawn + above + 1));
      above += 1;
      left -= pAbove;
      if (left < 0) {
        return above;
      }
    }
    if (below > least) {
      pBelow *= (below * (balls - marked - drawn + below)) / ((marked - below + 1) * (drawn - below + 1));
      below -= 1;
      left -= pBelow;
      if (left < 0) {
        return below;
      }
    }
  }
  return mode;
}
