import type { ChosenTest } from '../presets/preset.ts';
import { moments } from '../samples/moments.ts';
import type { SortedPair } from '../samples/sorted-pair.ts';

/** What an integral of the gap is divided by; undefined where a test is no such integral over all rows. */
export function dataUnit(chosen: ChosenTest, { reference, current }: SortedPair): number | undefined {
  if (chosen.test === 'energy') {
    return 1;
  }
  if (chosen.test !== 'wasserstein' || (chosen.options?.trim ?? 0) > 0) {
    return undefined;
  }
  const [p, q] = [reference.sorted, current.sorted];
  switch (chosen.options?.scale ?? 'none') {
    case 'none':
      return 1;
    case 'reference-sd':
      return Math.sqrt((moments(p).variance * (p.length - 1)) / p.length);
    case 'range':
      return Math.max(p[p.length - 1] ?? NaN, q[q.length - 1] ?? NaN) - Math.min(p[0] ?? NaN, q[0] ?? NaN);
  }
}
