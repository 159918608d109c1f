import { dashboardTable } from './table.ts';
import type { GalleryPanel } from '../dashboard/dashboard.ts';
import { frame, numbers, texts, time, type Column } from '../dashboard/frame.ts';
import { framesQuery, tableQuery } from '../dashboard/query.ts';
import { creditCurrent, creditReference } from '../data/credit.ts';
import { only } from '../data/wide.ts';

const NAMES = ['income', 'debt_ratio', 'age', 'country'];
const NUMERIC = ['income', 'debt_ratio', 'age'];

/** Shapes of raw rows. */
export function rowPanels(): GalleryPanel[] {
  const reference = only(creditReference(), NAMES);
  const current = only(creditCurrent(), ['time', ...NAMES]);
  return [
    {
      title: 'Wide rows, another query is the reference',
      shows: 'A column a feature. Read as rows, reference = query "training" by the option.',
      queries: [framesQuery('training', [frame(reference)]), framesQuery('live', [frame(current)])],
      options: { reference: { query: 'training' } },
    },
    {
      title: 'Long rows',
      shows: 'The columns feature and value, one row a cell, as many databases store measurements.',
      queries: [
        tableQuery('reference', dashboardTable(long(only(reference, NUMERIC)))),
        framesQuery('current', [frame(long(only(current, ['time', ...NUMERIC])))]),
      ],
    },
    {
      title: 'Marked rows',
      shows: 'One query; its column "side" says which rows are reference and which are current.',
      queries: [framesQuery('A', [frame(marked(reference, current, 'side', ['reference', 'current']))])],
    },
    {
      title: 'Rows marked by a column of any name',
      shows: 'One query; rows with "train" in the column "dataset" are the reference, by the option.',
      queries: [framesQuery('A', [frame(marked(reference, current, 'dataset', ['train', 'serving']))])],
      options: { reference: { from: 'marked', column: 'dataset', value: 'train' } },
    },
    {
      title: 'The first 40 % of the time as reference',
      shows: 'One query; what comes before Saturday the 7th, 14:24, is the reference of what comes after.',
      queries: [framesQuery('A', [frame(current)])],
      options: { reference: { from: 'share', share: 0.4 } },
    },
    {
      title: 'A fixed range as reference',
      shows: 'One query; the first four days are the reference of the rest.',
      queries: [framesQuery('A', [frame(current)])],
      options: { reference: { from: 'range', start: '2026-03-02T00:00:00Z', end: '2026-03-06T00:00:00Z' } },
    },
  ];
}

/** Cells of numeric columns below each other; a time column is repeated. */
function long(columns: readonly Column[]): Column[] {
  const times = columns.filter(({ type }) => type === 'time');
  const features = columns.filter(({ type }) => type === 'number');
  const moments = times.flatMap(({ values }) => values.map(Number));
  return [
    ...(moments.length > 0 ? [time(features.flatMap(() => moments))] : []),
    texts(
      'feature',
      features.flatMap(({ name, values }) => values.map(() => name))
    ),
    numbers(
      'value',
      features.flatMap(({ values }) => values.map((cell) => (cell === null ? null : Number(cell))))
    ),
  ];
}

/** Both sides in one table with a column that says the side; reference rows have no time. */
function marked(
  reference: Column[],
  current: Column[],
  name: string,
  [first, second]: readonly [string, string]
): Column[] {
  const rows = { before: reference[0]?.values.length ?? 0, after: current[0]?.values.length ?? 0 };
  const joined = current.map((column) => {
    const before = reference.find((one) => one.name === column.name);
    return { ...column, values: [...(before?.values ?? new Array<null>(rows.before).fill(null)), ...column.values] };
  });
  const sides = [...new Array<string>(rows.before).fill(first), ...new Array<string>(rows.after).fill(second)];
  return [...joined, texts(name, sides)];
}
