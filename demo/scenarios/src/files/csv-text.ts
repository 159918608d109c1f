import type { Table } from '../scenario.ts';

/** A table as CSV text (RFC 4180, line feeds): cells are quoted only where they must be. */
export function csvText(table: Table): string {
  return [table.header, ...table.rows].map((cells) => `${cells.map(cell).join(',')}\n`).join('');
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
