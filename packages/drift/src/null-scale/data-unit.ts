import { wassersteinDivisor } from '../distances/wasserstein.ts';
import type { ChosenTest } from '../presets/preset.ts';
import { populationDeviation } from '../samples/moments.ts';
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
  const range = [Math.min(p[0] ?? NaN, q[0] ?? NaN), Math.max(p[p.length - 1] ?? NaN, q[q.length - 1] ?? NaN)] as const;
  return wassersteinDivisor({ range, deviation: () => populationDeviation(p) }, chosen.options?.scale ?? 'none');
}
