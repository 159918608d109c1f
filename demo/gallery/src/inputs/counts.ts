import type { GalleryPanel } from '../dashboard/dashboard.ts';
import { frame, numbers, texts, time, type FrameJson } from '../dashboard/frame.ts';
import { framesQuery, tableQuery } from '../dashboard/query.ts';
import { DAY, FROM } from '../data/times.ts';
import { countedBins, countedCategories, type Bin, type Counted } from './counted.ts';

const INCOME = [1000, 1500, 2000, 2500, 3000, 4000, 5000];
const DEBT = [0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6];

/** Shapes of counts: the rows stay where they are, only bins come. */
export function countPanels(): GalleryPanel[] {
  const income = countedBins('income', INCOME);
  const debt = countedBins('debt_ratio', DEBT);
  const country = countedCategories('country', ['US', 'DE', 'BR', 'JP']);
  const device = countedCategories('device', ['phone', 'desktop', 'landline', 'tablet']);
  return [
    {
      title: 'Counts in bins over time',
      shows: 'A long table of feature, side, time, x_min, x_max and count; the outer bins are open (−∞, +∞).',
      queries: [framesQuery('A', [frame(binColumns([income, debt]))])],
    },
    {
      title: 'Counts of categories over time',
      shows: 'The same with a category instead of bounds.',
      queries: [framesQuery('A', [frame(categoryColumns([country, device]))])],
    },
    {
      title: 'SQL: GROUP BY feature, side, category',
      shows: 'A table without time, as one grouped query of a database gives it.',
      queries: [tableQuery('A', grouped([country, device]))],
    },
    {
      title: 'Prometheus: classic histograms (le)',
      shows:
        'Counters with the label le, cumulative; they grow by the reference in the query "reference", and by the rows of a day at each step of the other one.',
      queries: [
        framesQuery('reference', bucketSeries(income, [income.reference], FROM - DAY)),
        framesQuery('current', bucketSeries(income, income.days, FROM)),
      ],
    },
    {
      title: 'Grafana Histogram frames',
      shows: 'Frames of the Histogram transformation: xMin, xMax and a count a feature; one query a side.',
      queries: [
        framesQuery('reference', [histogramFrame(debt, debt.reference)]),
        framesQuery('current', [histogramFrame(debt, totals(debt))]),
      ],
    },
  ];
}

/** One line of a long table of counts. */
interface Line<Cell> {
  feature: string;
  side: 'reference' | 'current';
  /** Start of the chunk; null for the reference. */
  start: number | null;
  cell: Cell;
  count: number;
}

function linesOf<Cell>(all: ReadonlyArray<Counted<Cell>>): Array<Line<Cell>> {
  return all.flatMap(({ feature, cells, reference, days }) => {
    const chunk = (side: Line<Cell>['side'], start: number | null, counts: number[]) =>
      cells.map((cell, i) => ({ feature, side, start, cell, count: counts[i] ?? 0 }));
    return [
      ...chunk('reference', null, reference),
      ...days.flatMap((counts, day) => chunk('current', FROM + day * DAY, counts)),
    ];
  });
}

function sharedColumns(lines: ReadonlyArray<Line<unknown>>) {
  const starts = lines.map(({ start }) => start);
  return {
    time: { name: 'time', type: 'time' as const, values: starts },
    timeEnd: {
      name: 'time_end',
      type: 'time' as const,
      values: starts.map((start) => (start === null ? null : start + DAY)),
    },
    feature: texts(
      'feature',
      lines.map(({ feature }) => feature)
    ),
    side: texts(
      'side',
      lines.map(({ side }) => side)
    ),
    count: numbers(
      'count',
      lines.map(({ count }) => count)
    ),
  };
}

function binColumns(all: ReadonlyArray<Counted<Bin>>) {
  const lines = linesOf(all);
  const { time: starts, timeEnd, feature, side, count } = sharedColumns(lines);
  const bounds = [
    numbers(
      'x_min',
      lines.map(({ cell }) => cell.from)
    ),
    numbers(
      'x_max',
      lines.map(({ cell }) => cell.to)
    ),
  ];
  return [starts, timeEnd, feature, side, ...bounds, count];
}

function categoryColumns(all: ReadonlyArray<Counted<string>>) {
  const lines = linesOf(all);
  const { time: starts, timeEnd, feature, side, count } = sharedColumns(lines);
  return [
    starts,
    timeEnd,
    feature,
    side,
    texts(
      'category',
      lines.map(({ cell }) => cell)
    ),
    count,
  ];
}

function totals({ cells, days }: Counted<unknown>): number[] {
  return cells.map((_, i) => days.reduce((sum, counts) => sum + (counts[i] ?? 0), 0));
}

function grouped(all: ReadonlyArray<Counted<string>>): string[] {
  const lines = all.flatMap((one) => {
    const current = totals(one);
    return one.cells.flatMap((category, i) => [
      `${one.feature},reference,${category},${one.reference[i] ?? 0}`,
      `${one.feature},current,${category},${current[i] ?? 0}`,
    ]);
  });
  return ['feature,side,category,count', ...lines];
}

/** One frame a bucket, cumulative over le, a counter that grows from 0: as Grafana's Prometheus data source gives it. */
function bucketSeries({ feature, cells }: Counted<Bin>, chunks: number[][], from: number): FrameJson[] {
  const moments = [from, ...chunks.map((_, chunk) => from + (chunk + 1) * DAY)];
  return cells.map(({ to }, bucket) => {
    const labels = { __name__: 'model_input_bucket', feature, le: to === Infinity ? '+Inf' : String(to) };
    let counter = 0;
    const grown = chunks.map((counts) => (counter += counts.slice(0, bucket + 1).reduce((sum, one) => sum + one, 0)));
    return frame([time(moments, 'Time'), numbers('Value', [0, ...grown], labels)]);
  });
}

function histogramFrame({ feature, cells }: Counted<Bin>, counts: number[]): FrameJson {
  // The transformation knows no open bins: the outer ones are as wide as their neighbours.
  const [first, last] = [cells[1], cells.at(-2)];
  const closed = cells.map(({ from, to }) => ({
    from: from === -Infinity ? 2 * (first?.from ?? 0) - (first?.to ?? 0) : from,
    to: to === Infinity ? 2 * (last?.to ?? 0) - (last?.from ?? 0) : to,
  }));
  return frame([
    numbers(
      'xMin',
      closed.map(({ from }) => from)
    ),
    numbers(
      'xMax',
      closed.map(({ to }) => to)
    ),
    numbers(feature, counts),
  ]);
}
