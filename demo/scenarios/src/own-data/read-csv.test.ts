import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadInput } from '../bad-input.ts';
import { csvText } from '../files/csv-text.ts';
import { withFiles } from '../testing/csv-files.ts';
import { readCsv } from './read-csv.ts';

function read(text: string) {
  return withFiles({ 'in.csv': text }, (folder) => readCsv(join(folder, 'in.csv')));
}

describe('readCsv', () => {
  it('reads back what csvText writes', () => {
    // Whole lines that are blank are skipped, hence a first cell that is not.
    const cells = fc.tuple(fc.constant('x'), fc.string(), fc.string());
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1 }), (rows) => {
        const file = read(csvText({ header: ['one', 'two, too', '"three"'], rows }));
        expect(file.header).toEqual(['one', 'two, too', '"three"']);
        expect(file.rows.map((row) => row.cells)).toEqual(rows);
      }),
      { numRuns: 50 }
    );
  });

  it('knows lines, byte order marks, semicolons and Windows line ends', () => {
    const file = read('\uFEFFtime;wind\r\n2012-01-01;4,7\r\n\r\n2012-01-02;1.5\r\n');
    expect(file.header).toEqual(['time', 'wind']);
    expect(file.rows).toEqual([
      { line: 2, cells: ['2012-01-01', '4,7'] },
      { line: 4, cells: ['2012-01-02', '1.5'] },
    ]);
  });

  it.each([
    ['', 'in.csv is empty. It needs a header line'],
    ['a,b\n', 'in.csv has a header but no rows.'],
    ['a,b\n1,2\n3\n', 'in.csv is not a well-formed CSV file: line 3 has another number of cells than the header.'],
    ['a,b\n1,"2\n', 'in.csv is not a well-formed CSV file: line'],
    ['a,a\n1,2\n', 'in.csv, line 1: two columns are called "a". Rename one of them.'],
    ['a,\n1,2\n', 'in.csv, line 1: column 2 has no name.'],
  ])('says what is wrong with %j', (text, sentence) => {
    expect(() => read(text)).toThrow(BadInput);
    expect(() => read(text)).toThrow(sentence);
  });

  it('says that a file is missing, and where it looked', () => {
    expect(() => readCsv('/nowhere/a.csv')).toThrow(
      'Cannot read /nowhere/a.csv: there is no such file. Check the path'
    );
  });
});
