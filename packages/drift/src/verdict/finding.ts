import { moveInWords } from './cell-moves.ts';
import { formatNumber } from './format.ts';
import type { Judgement } from './judge.ts';
import type { Measurement } from './measure.ts';
import type { Described } from './pair.ts';

const names: Partial<Record<Measurement['test'], string>> = { ks: 'D', 'chi-square': 'χ²' };

/** '; new: "x"; gone: "y"', or nothing. */
export function noveltyInWords({ newCategories, vanishedCategories }: Described): string {
  const part = (what: string, categories: readonly string[]) => {
    const shown = categories
      .slice(0, 3)
      .map((category) => `"${category}"`)
      .join(', ');
    const more = categories.length > 3 ? ` and ${categories.length - 3} more` : '';
    return categories.length === 0 ? '' : `; ${what}: ${shown}${more}`;
  };
  return part('new', newCategories) + part('gone', vanishedCategories);
}

/** One sentence on a finding: the verdict, then the bin that moved most, then new and vanished categories. */
export function findingInWords(judgement: Judgement, measurement: Measurement, described: Described): string {
  const { state, reason } = judgement;
  const novelty = noveltyInWords(described);
  const [first] = measurement.moves;
  const moved = first && first.term > 0 ? moveInWords(first) : undefined;
  const statistic = `${names[measurement.test] ?? measurement.test} = ${formatNumber(measurement.comparison.value, 3)}, ${reason}`;
  switch (state) {
    case 'drift':
      return `drift because ${moved ?? statistic}${novelty}`;
    case 'possible':
      return `possible drift: ${statistic}${moved ? `; most moved: ${moved}` : ''}${novelty}`;
    case 'no drift':
      return `no drift: ${statistic}${novelty}`;
    default:
      return `${state}: ${reason}${novelty}`;
  }
}
