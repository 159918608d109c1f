import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../drivers/finish.ts';
import { readLine, readRecord, unquoted } from './csv.ts';
import { columnOf, decodeDownload, readRows } from './decode-download.ts';

/** All records, read with care. */
function records(csv: string): string[][] {
  const all: string[][] = [];
  for (let at = 0; at < csv.length;) {
    const { cells, next } = readRecord(csv, at);
    all.push(cells);
    at = next;
  }
  return all;
}

const text = fc
  .string({ unit: fc.constantFrom('a', ' ', 'é', ',', '\n', '"') })
  .map((one) => one.split('"').join('"x'));
const quoted = text.map((one) => `"${one}"`);
const number = fc.double({ noNaN: true }).map(String);

describe('CSV as the Java service writes it', () => {
  it.each<[string, string[][]]>([
    [
      '"a","b"\n1.5,"x"\n',
      [
        ['"a"', '"b"'],
        ['1.5', '"x"'],
      ],
    ],
    ['NaN,-3.0E-5\n', [['NaN', '-3.0E-5']]],
    ['"a, b","say "hi" now"\n', [['"a, b"', '"say "hi" now"']]],
    ['"two\nlines",1\n', [['"two\nlines"', '1']]],
    [',5,\n', [['', '5', '']]],
    [
      '"",1\n2,3\n',
      [
        ['""', '1'],
        ['2', '3'],
      ],
    ],
    ['1,2', [['1', '2']]],
    ['"never closed,1\n2', [['"never closed,1\n2']]],
    ['', []],
  ])('%j', (csv, expected) => {
    expect(records(csv)).toEqual(expected);
  });

  it('gives back what was written, whatever stands in the texts but a quote before a border', () => {
    const field = fc.oneof(quoted, number);
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 5 })), (rows) => {
        expect(records(rows.map((row) => `${row.join(',')}\n`).join(''))).toEqual(rows);
      })
    );
  });

  it('the fast way over a line and the careful one agree', () => {
    const field = fc.oneof(
      quoted.filter((one) => !one.includes('\n')),
      number
    );
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 5 }), (row) => {
        const line = row.join(',');
        expect(readLine(line, row.length)).toEqual(row);
        expect(readLine(line, row.length + 1)).toBeUndefined();
      })
    );
  });

  it('takes a step a cell, not one over the rest of the text', () => {
    // 2 million cells on one line: searching the line's end anew for each would take hours.
    expect(readRecord('1,'.repeat(2_000_000), 0).cells).toHaveLength(2_000_001);
  });

  it('ends on any text and loses nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('1', 'a', '"', ',', '\n'), maxLength: 60 }), (csv) => {
        const letters = (one: string) => one.split('').filter((char) => char === '1' || char === 'a').length;
        expect(letters(records(csv).flat().join(''))).toBe(letters(csv));
      })
    );
  });
});

describe('rows of a download', () => {
  const download = (names: string[], ...lines: string[]) =>
    finish(
      readRows(
        decodeDownload({
          dataCSV: [`${names.join(',')},"_trustyai_tag","_trustyai_id","_trustyai_timestamp"`, ...lines, ''].join('\n'),
        })
      )
    );
  const tail = '"T","id","1795412382417"';

  it('numbers, missing ones, and texts', () => {
    const { value: rows } = download(['"a,b"', '"c"', '"d"'], `1.5,"red",true,${tail}`, `NaN,"5",false,${tail}`);
    expect(rows.names).toEqual(['a,b', 'c', 'd']);
    expect(columnOf(rows, 'a,b')).toEqual(Float64Array.of(1.5, NaN));
    expect(columnOf(rows, 'c')).toEqual(['red', '5']);
    expect(columnOf(rows, 'd')).toEqual(['true', 'false']);
    expect(columnOf(rows, 'e')).toBeUndefined();
    expect(rows.times).toEqual(Float64Array.of(1_795_412_382_417, 1_795_412_382_417));
  });

  it('lines that do not fit are counted and left out, and no row moves into another column', () => {
    const { value: rows } = download(
      ['"a"', '"b"'],
      `1,2,${tail}`,
      `1,${tail}`,
      `1,2,3,${tail}`,
      `"half,2,${tail}`,
      `"x,y",4,${tail}`
    );
    expect(rows.broken).toBe(3);
    expect(columnOf(rows, 'a')).toEqual(['1', 'x,y']);
    expect(columnOf(rows, 'b')).toEqual(Float64Array.of(2, 4));
    expect(unquoted('"')).toBe('');
  });

  it('many cells are read in several steps, few in one', () => {
    const line = (i: number) => `${String(i)},${String(i / 8)},${tail}`;
    const names = ['"a"', '"b"'];
    expect(download(names, line(0), line(1)).steps).toBe(1);
    const many = Array.from({ length: 9000 }, (_, i) => line(i));
    const { value: rows, steps } = download(names, ...many);
    expect(steps).toBe(3);
    expect(columnOf(rows, 'a')).toEqual(Float64Array.from(many.keys()));
  });

  it.each([
    [{ dataCSV: '' }, /no header that ends with _trustyai_timestamp/],
    [{ dataCSV: '"a","b"\n1,2\n' }, /no header/],
    [{}, /dataCSV should be text/],
    [[], /the reply should be an object/],
  ])('%j is refused by name', (json, sentence) => {
    expect(() => decodeDownload(json)).toThrow(sentence);
  });
});
