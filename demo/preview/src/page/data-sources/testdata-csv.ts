import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const NOT_FINITE = new Map([
  ['NaN', NaN],
  ['Inf', Infinity],
  ['+Inf', Infinity],
  ['-Inf', -Infinity],
]);
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\S+$/;

/**
 * The frame that TestData makes of CSV text, as seen on a running Grafana 12.4.0: a column called "time" holds epoch
 * milliseconds or RFC 3339; other columns are numbers (with NaN, Inf and -Inf), true or false, else text; an empty cell
 * and "null" are null. Throws an Error where a line has another number of cells than the first.
 */
export function csvFrame(text: string): DataFrame {
  const [names = [], ...rows] = csvRows(text);
  const ragged = rows.findIndex((row) => row.length !== names.length);
  if (ragged >= 0) {
    throw new Error(`Line ${ragged + 2} of the CSV has ${rows[ragged]?.length} cells, its first has ${names.length}.`);
  }
  if (rows.length === 0) {
    return toDataFrame({ fields: [] });
  }
  return toDataFrame({
    fields: names.map((name, index) => ({
      name,
      ...column(
        name,
        rows.map((row) => cell(row[index]))
      ),
    })),
  });
}

function cell(text: string | undefined): string | null {
  return text === undefined || text === '' || text === 'null' ? null : text;
}

function column(name: string, cells: Array<string | null>): { type: FieldType; values: unknown[] } {
  const filled = cells.filter((one) => one !== null);
  const all = (fits: (text: string) => boolean) => filled.length > 0 && filled.every(fits);
  const mapped = (read: (text: string) => unknown) => cells.map((one) => (one === null ? null : read(one)));
  if (name.toLowerCase() === 'time' && all((one) => NUMBER.test(one) || ISO_TIME.test(one))) {
    return { type: FieldType.time, values: mapped((one) => (NUMBER.test(one) ? Number(one) : Date.parse(one))) };
  }
  if (all((one) => NUMBER.test(one) || NOT_FINITE.has(one))) {
    return { type: FieldType.number, values: mapped((one) => NOT_FINITE.get(one) ?? Number(one)) };
  }
  if (all((one) => one === 'true' || one === 'false')) {
    return { type: FieldType.boolean, values: mapped((one) => one === 'true') };
  }
  return { type: FieldType.string, values: cells };
}

/** Cells by line, trimmed; quotes keep commas, and two of them are one. Blank lines are left out. */
function csvRows(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) =>
      Array.from(`,${line}`.matchAll(/,\s*(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain = '']) =>
        quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"')
      )
    );
}
