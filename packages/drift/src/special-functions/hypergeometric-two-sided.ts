import { logHypergeometric, lowerHypergeometric, modeOf, support, upperHypergeometric } from './hypergeometric.ts';
import type { Hypergeometric } from './hypergeometric.ts';
import { timesRatio } from './long-product.ts';

/** A law symmetric about half the sample or half the kind: y is the mirror image of x. */
function mirrored(y: number, x: number, { rows, marked, drawn }: Hypergeometric): boolean {
  return (2 * drawn === rows && x + y === marked) || (2 * marked === rows && x + y === drawn);
}

/** Room for ratios of probabilities from 1e-300 to 1. */
const scale = 2 ** -500;

/** P(high) / P(low) = Π (K − k)(n − k) / ((k + 1)(N − K − n + k + 1)), low ≤ k < high, with 31 digits, and less 1. */
function ratioLessOne(low: number, high: number, { rows, marked, drawn }: Hypergeometric): number {
  const rest = rows - marked - drawn;
  let ratio = { high: scale, low: 0 };
  for (let k = low; k < high; k++) {
    ratio = timesRatio(timesRatio(ratio, marked - k, k + 1), drawn - k, rest + k + 1);
  }
  return (ratio.high - scale + ratio.low) / scale;
}

/** Relative difference of two probabilities that counts as none: scipy's. */
const tolerance = 1e-14;

/** P(X = y) ≤ P(X = x) (1 + 1e-14), where both are so near that doubles cannot tell. */
function asRareByRatio(y: number, x: number, law: Hypergeometric): boolean {
  if (mirrored(y, x, law)) {
    return true;
  }
  return y > x ? ratioLessOne(x, y, law) <= tolerance : ratioLessOne(y, x, law) >= -tolerance;
}

/** Differences of logarithms under this may be rounding. */
const uncertain = 1e-8;

/**
 * P(P(X) ≤ P(x)): of all numbers that are as probable as x or less. Ties count, and are decided with 31 digits where the
 * logarithms cannot tell. Full relative accuracy down to 1e-300. O(√rows).
 */
export function twoSidedHypergeometric(x: number, law: Hypergeometric): number {
  const reached = logHypergeometric(x, law);
  const asRare = (y: number) => {
    const difference = logHypergeometric(y, law) - reached;
    return Math.abs(difference) > uncertain ? difference < 0 : asRareByRatio(y, x, law);
  };
  const [least, greatest] = support(law);
  const mode = modeOf(law);
  if (asRare(mode)) {
    return 1;
  }
  // Away from the mode probabilities fall, so the first rare one beyond it is found by bisection.
  let near = mode;
  let far = x < mode ? greatest + 1 : least - 1;
  while (Math.abs(far - near) > 1) {
    const middle = Math.trunc((near + far) / 2);
    if (asRare(middle)) {
      far = middle;
    } else {
      near = middle;
    }
  }
  return x < mode
    ? lowerHypergeometric(x, law) + upperHypergeometric(far, law)
    : upperHypergeometric(x, law) + lowerHypergeometric(far, law);
}
