/** A table of Markdown. Pipes in the cells are escaped; Prettier aligns the columns. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text as code. */
export function code(text: string | number | boolean): string {
  return `\`${text}\``;
}

/** A list of names as code: "`a`, `b`". */
export function codes(names: readonly (string | number | boolean)[]): string {
  return names.map(code).join(', ');
}

/** Text whose signs Markdown would take for its own. */
export function plain(text: string): string {
  return text.replaceAll(/[*_]/g, '\\$&');
}
