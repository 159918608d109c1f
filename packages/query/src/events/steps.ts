const UNITS: ReadonlyArray<readonly [milliseconds: number, name: string]> = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
];

/** 90000 -> "1.5 min". */
export function formatSpan(milliseconds: number): string {
  const [size, name] = UNITS.find(([size]) => milliseconds >= size) ?? [1, 'ms'];
  return `${String(Number((milliseconds / size).toPrecision(3)))} ${name}`;
}

const MINUTE = 60_000;

/** The shortest time between two neighbours in any of the lists, which is the step of a range query. */
export function stepOf(lists: ReadonlyArray<ArrayLike<number>>): number {
  let step = Infinity;
  for (const times of lists) {
    for (let i = 1; i < times.length; i += 1) {
      const gap = (times[i] ?? NaN) - (times[i - 1] ?? NaN);
      step = gap > 0 && gap < step ? gap : step;
    }
  }
  return step === Infinity ? MINUTE : step;
}

/** From the first time on up to a step after the last. */
export function rangeOf(lists: ReadonlyArray<ArrayLike<number>>, step: number): { from: number; to: number } {
  let from = Infinity;
  let to = -Infinity;
  for (const times of lists) {
    for (let i = 0; i < times.length; i += 1) {
      from = Math.min(from, times[i] ?? Infinity);
      to = Math.max(to, (times[i] ?? -Infinity) + step);
    }
  }
  return { from, to };
}
