import type { Column } from '../dashboard/frame.ts';

/** Columns as lines of CSV, the head first; missing cells are empty. */
export function dashboardTable(columns: readonly Column[]): string[] {
  const rows = columns[0]?.values.length ?? 0;
  return [
    columns.map(({ name }) => name).join(','),
    ...Array.from({ length: rows }, (_, row) => columns.map(({ values }) => values[row] ?? '').join(',')),
  ];
}
