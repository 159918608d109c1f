const euler = 0.5772156649015329;

/** From here the asymptotic series are right to rounding. */
const large = 40;

/** 1 + 1/2 + … + 1/n, for n ≥ 0. Past 40 by its asymptotic series (Graham, Knuth & Patashnik, eq. 9.89), O(1). */
export function harmonic(n: number): number {
  if (n >= large) {
    const s = 1 / (n * n);
    return Math.log(n) + euler + 0.5 / n - s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s / 240)));
  }
  let sum = 0;
  for (let i = Math.round(n); i >= 1; i--) {
    sum += 1 / i;
  }
  return sum;
}

/** 1 + 1/4 + … + 1/n², for n ≥ 0. Past 40 by the series of Euler and Maclaurin, O(1). */
export function harmonicOfSquares(n: number): number {
  if (n >= large) {
    const s = 1 / (n * n);
    const series = 1 - s * (-1 / 6 + s * (1 / 30 - s * (1 / 42 - s / 30)));
    return Math.PI ** 2 / 6 - series / n + 0.5 * s;
  }
  let sum = 0;
  for (let i = Math.round(n); i >= 1; i--) {
    sum += 1 / (i * i);
  }
  return sum;
}
