/** One field of a record, and whether it stood in quotes. */
export interface CsvField {
  text: string;
  quoted: boolean;
}

/** A quote ends its field only before a comma or the end of the line: the service does not escape quotes within a text. */
function closingQuote(csv: string, from: number): number {
  for (let at = csv.indexOf('"', from); at >= 0; at = csv.indexOf('"', at + 1)) {
    const after = csv.charAt(at + 1);
    if (after === ',' || after === '\n' || after === '') {
      return at;
    }
  }
  return csv.length;
}

/** The next place of a character, looked up once however often it is asked for; the end where there is none. */
function nextOf(csv: string, char: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const at = csv.indexOf(char, from);
      found = at < 0 ? csv.length : at;
    }
    return found;
  };
}

/**
 * Walks the records of a CSV text as the Java service writes it: texts in quotes without escapes, numbers bare, lines end
 * with a newline. One pass without a pattern, so that no text can make it slow. An empty line is no record.
 */
export function readCsv(csv: string, record: (fields: CsvField[]) => void): void {
  const comma = nextOf(csv, ',');
  const newline = nextOf(csv, '\n');
  let fields: CsvField[] = [];
  let at = 0;
  while (at < csv.length) {
    const quoted = csv.charAt(at) === '"';
    const end = quoted ? closingQuote(csv, at + 1) : Math.min(comma(at), newline(at));
    fields.push({ text: quoted ? csv.slice(at + 1, end) : csv.slice(at, end).trim(), quoted });
    at = quoted ? end + 1 : end;
    if (csv.charAt(at) === ',' && at < csv.length - 1) {
      at += 1;
      continue;
    }
    const [first] = fields;
    if (fields.length > 1 || first?.quoted || first?.text !== '') {
      record(fields);
    }
    fields = [];
    at += 1;
  }
}
