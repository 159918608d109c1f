/**
 * P(D_n ≤ d) of the two-sided one-sample Kolmogorov–Smirnov statistic by its expansion in 1/√n.
 * W. Pelz, I. J. Good, J. Royal Stat. Soc. B 38 (1976), with K₂ and K₃ as in R. Simard, P. L'Ecuyer,
 * "Computing the Two-Sided Kolmogorov–Smirnov Distribution", J. Stat. Software 39(11), 2011, eq. 8–11.
 */
export function pelzGoodDistribution(n: number, d: number): number {
  const z = Math.sqrt(n) * d;
  const z2 = z * z;
  const z4 = z2 * z2;
  const z6 = z4 * z2;
  const pi2 = Math.PI * Math.PI;
  const sums = [0, 0, 0, 0, 0, 0];
  // Over k = ½, 3/2, … (twice, for both signs) and over k = 1, 2, …; the exponentials kill the rest.
  const last = Math.ceil(4 + 4 * z);
  for (let i = last; i >= 0; i--) {
    const a = pi2 * (i + 0.5) ** 2;
    const half = Math.exp(-a / (2 * z2));
    sums[0] = (sums[0] ?? 0) + half;
    sums[1] = (sums[1] ?? 0) + (a - z2) * half;
    sums[2] = (sums[2] ?? 0) + (6 * z6 + 2 * z4 + (2 * z4 - 5 * z2) * a + (1 - 2 * z2) * a * a) * half;
    const third =
      (5 - 30 * z2) * a ** 3 + (212 * z4 - 60 * z2) * a * a + (135 * z4 - 96 * z6) * a - 30 * z6 - 90 * z4 * z4;
    sums[3] = (sums[3] ?? 0) + third * half;
    const b = pi2 * i * i;
    const whole = Math.exp(-b / (2 * z2));
    sums[4] = (sums[4] ?? 0) + b * whole;
    sums[5] = (sums[5] ?? 0) + (3 * b * z2 - b * b) * whole;
  }
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0, t2 = 0, t3 = 0] = sums;
  const scale = 2 * Math.sqrt(Math.PI / 2);
  const k0 = (scale / z) * s0;
  const k1 = (scale / (6 * z4)) * s1;
  const k2 = scale * (s2 / (72 * z6 * z) - t2 / (36 * z * z2));
  const k3 = scale * (s3 / (6480 * z4 * z6) + t3 / (216 * z6));
  return k0 + k1 / Math.sqrt(n) + k2 / n + k3 / n ** 1.5;
}
