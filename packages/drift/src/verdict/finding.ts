import { moveInWords } from './cell-moves.ts';
import { formatNumber } from './format.ts';
import type { Judgement } from './judge.ts';
import type { Measurement } from './measure.ts';

const names: Partial<Record<Measurement['test'], string>> = { ks: 'D', 'chi-square': 'χ²' };

function novelty({ newCategories, vanishedCategories }: Measurement): string {
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
export function findingInWords(judgement: Judgement, measurement: Measurement): string {
  const { state, reason } = judgement;
  const [first] = measurement.moves;
  const moved = first && first.term > 0 ? moveInWords(first) : undefined;
  const statistic = `${names[measurement.test] ?? measurement.test} = ${formatNumber(measurement.comparison.value, 3)}, ${reason}`;
  switch (state) {
    case 'drift':
      return `drift because ${moved ?? statistic}${novelty(measurement)}`;
    case 'possible':
      return `possible drift: ${statistic}${moved ? `; most moved: ${moved}` : ''}${novelty(measurement)}`;
    case 'no drift':
      return `no drift: ${statistic}${novelty(measurement)}`;
    default:
      return `${state}: ${reason}`;
  }
}
