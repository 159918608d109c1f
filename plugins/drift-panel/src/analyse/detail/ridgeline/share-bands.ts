import type { Cells, ShareBands } from '../../../report/distribution.ts';
import type { MergedRow } from './ridge-rows.ts';

/** Shares of the categories of the distribution in each line; what has no name there is its last label. */
export function bandsOf(
  { labels, marks }: Extract<Cells, { kind: 'categories' }>,
  rows: readonly MergedRow[]
): ShareBands {
  const named = new Set(labels.filter((_, i) => marks[i] !== 'other'));
  const counted = rows.map(({ sample }) => {
    const counts = new Map<string, number>();
    let others = 0;
    if (sample.kind === 'categories') {
      sample.categories.forEach((category, i) => {
        const count = sample.counts[i] ?? 0;
        if (named.has(category)) {
          counts.set(category, count);
        } else {
          others += count;
        }
      });
    }
    return { counts, others };
  });
  const hasOthers = marks.includes('other') || counted.some(({ others }) => others > 0);
  const last = labels.find((_, i) => marks[i] === 'other') ?? 'others';
  return {
    labels: [...named, ...(hasOthers ? [last] : [])],
    rows: rows.map(({ from, to, n, over, title }, i) => {
      const { counts, others } = counted[i] ?? { counts: new Map<string, number>(), others: 0 };
      const shareOf = (count: number) => (n > 0 ? count / n : 0);
      return {
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        shares: [
          ...[...named].map((label) => shareOf(counts.get(label) ?? 0)),
          ...(hasOthers ? [shareOf(others)] : []),
        ],
        n,
        over,
        title,
      };
    }),
    title: 'Shares of the categories in each chunk, the reference first',
  };
}
