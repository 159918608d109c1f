import { normalNumbers, seededRandom } from '@soundcheck/drift';

/** Random numbers of the gallery's columns, fixed by a seed. */
export interface Draw {
  uniform: () => number;
  normal: (mean: number, sd: number) => number;
  /** One of the names, by their weights. */
  pick: (weights: Readonly<Record<string, number>>) => string;
  /** Whether something of this probability happens. */
  chance: (probability: number) => boolean;
}

export function draw(seed: number): Draw {
  const random = seededRandom(seed);
  const normal = normalNumbers(random);
  return {
    uniform: () => random.uniform(),
    normal: (mean, sd) => mean + sd * normal(),
    pick: (weights) => {
      const entries = Object.entries(weights);
      let left = random.uniform() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1);
      return found?.[0] ?? '';
    },
    chance: (probability) => random.uniform() < probability,
  };
}

/** Few decimals keep the dashboards small, and the numbers the same on every machine. */
export function rounded(value: number, decimals = 0): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
