/** A quote ends its field only before a comma or the end: the service does not escape quotes within a text. */
function closingQuote(csv: string, from: number): number {
  for (let at = csv.indexOf('"', from); at >= 0; at = csv.indexOf('"', at + 1)) {
    const after = csv.charAt(at + 1);
    if (after === ',' || after === '\n' || after === '') {
      return at;
    }
  }
  return csv.length - 1;
}

/** Looks for a newline no farther than the next comma: a text without lines is read once, not once a cell. */
function bareEnd(csv: string, from: number): number {
  const comma = csv.indexOf(',', from);
  const reach = comma < 0 ? csv.length : comma;
  const newline = csv.slice(from, reach).indexOf('\n');
  return newline < 0 ? reach : from + newline;
}

/**
 * Reads one record from `from` on: its cells as they stand, quotes included, and where the next one begins. A text in
 * quotes may hold commas, quotes and newlines. No pattern: no text can make it slow.
 */
export function readRecord(csv: string, from: number): { cells: string[]; next: number } {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const end = csv.charAt(at) === '"' ? closingQuote(csv, at + 1) + 1 : bareEnd(csv, at);
    cells.push(csv.slice(at, end));
    at = end + 1;
    if (csv.charAt(end) !== ',') {
      return { cells, next: at };
    }
  }
}

const QUOTE = 34;

/** Whether every cell that begins with a quote ends with one: else a comma inside a text was taken for a border. */
function wellQuoted(cells: readonly string[]): boolean {
  // By index: the engine of the Go shell makes an object for each step of an iterator.
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i] ?? '';
    if (cell.charCodeAt(0) === QUOTE && (cell.length < 2 || cell.charCodeAt(cell.length - 1) !== QUOTE)) {
      return false;
    }
  }
  return true;
}

/**
 * The cells of one line. Splitting at commas is right for nearly all lines and many times faster in the engine of the Go
 * shell; a line whose texts hold commas is read again with care.
 * @returns undefined where the line does not have so many cells
 */
export function readLine(line: string, cells: number): string[] | undefined {
  const split = line.split(',');
  if (split.length === cells && wellQuoted(split)) {
    return split;
  }
  const { cells: read, next } = readRecord(line, 0);
  return read.length === cells && next > line.length && wellQuoted(read) ? read : undefined;
}

/** A cell without its quotes. */
export function unquoted(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1) : cell;
}
