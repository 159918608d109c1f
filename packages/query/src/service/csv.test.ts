import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.ts';

function records(csv: string): string[][] {
  const all: string[][] = [];
  readCsv(csv, (fields) => all.push(fields.map(({ text, quoted }) => (quoted ? `"${text}"` : text))));
  return all;
}

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
    ['\n\n1\n\n', [['1']]],
    [
      '"",1\n2,3\n',
      [
        ['""', '1'],
        ['2', '3'],
      ],
    ],
    ['1,2', [['1', '2']]],
    ['"never closed,1\n2', [['"never closed,1\n2"']]],
    ['', []],
  ])('%j', (csv, expected) => {
    expect(records(csv)).toEqual(expected);
  });

  it('gives back what was written, whatever stands in the texts but a quote before a border', () => {
    const text = fc
      .string({ unit: fc.constantFrom('a', ' ', 'é', ',', '\n', '"') })
      .map((one) => one.split('"').join('"x'));
    const number = fc.double({ noNaN: true }).map(String);
    const field = fc.oneof(
      text.map((one) => `"${one}"`),
      number
    );
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 5 })), (rows) => {
        expect(records(rows.map((row) => `${row.join(',')}\n`).join(''))).toEqual(rows);
      })
    );
  });

  it('never throws, and loses no text outside of quotes, commas and lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('1', 'a', '"', ',', '\n'), maxLength: 60 }), (csv) => {
        const letters = (one: string) => one.split('').filter((char) => char === '1' || char === 'a').length;
        expect(letters(records(csv).flat().join(''))).toBe(letters(csv));
      })
    );
  });
});
