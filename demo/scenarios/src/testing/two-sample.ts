/** An independent check of generated rows; knows nothing of the generator. */

/** Two-sample Kolmogorov-Smirnov statistic: the largest distance between two empirical distribution functions. */
export function ksStatistic(reference: number[], current: number[]): number {
  const a = [...reference].sort((x, y) => x - y);
  const b = [...current].sort((x, y) => x - y);
  let i = 0;
  let j = 0;
  let largest = 0;
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    while (i < a.length && a[i] === value) {
      i += 1;
    }
    while (j < b.length && b[j] === value) {
      j += 1;
    }
    largest = Math.max(largest, Math.abs(i / a.length - j / b.length));
  }
  return largest;
}

/** Asymptotic two-sided p-value of D (Kolmogorov's series), near enough to the exact one for hundreds of rows. */
export function ksPValue(d: number, n: number, m: number): number {
  const lambda = d * Math.sqrt((n * m) / (n + m));
  if (lambda < 0.2) {
    return 1;
  }
  let sum = 0;
  for (let k = 1; k <= 100; k += 1) {
    sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * lambda * lambda);
  }
  return Math.min(1, Math.max(0, sum));
}

export function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Welch's t, reference minus current. */
export function welchT(reference: number[], current: number[]): number {
  const squared = (values: number[]) => {
    const m = mean(values);
    return values.reduce((sum, value) => sum + (value - m) ** 2, 0) / (values.length - 1) / values.length;
  };
  return (mean(reference) - mean(current)) / Math.sqrt(squared(reference) + squared(current));
}

/** Holm's (1979) adjusted p-values, in the order given. */
export function holm(pValues: number[]): number[] {
  const order = pValues.map((p, i) => ({ p, i })).sort((x, y) => x.p - y.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let running = 0;
  order.forEach(({ p, i }, rank) => {
    running = Math.max(running, Math.min(1, p * (pValues.length - rank)));
    adjusted[i] = running;
  });
  return adjusted;
}
