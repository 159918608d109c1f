import { describe, expect, it } from 'vitest';
import { BadInput } from '../bad-input.ts';
import { chooseColumns } from './columns.ts';
import type { CsvFile } from './read-csv.ts';

function file(name: string, header: string[], ...rows: string[][]): CsvFile {
  return { name, header, rows: rows.map((cells, i) => ({ line: i + 2, cells })) };
}

describe('chooseColumns', () => {
  it('takes the numeric columns of both files and says why others are left out', () => {
    const reference = file('a.csv', ['t', 'wind', 'sky', 'rain', 'old', 'gap'], ['1', '2', 'grey', '0.1', '5', '1']);
    const live = file('b.csv', ['wind', 't', 'sky', 'rain', 'new', 'gap'], ['3', '1', 'blue', 'wet', '7', 'NA']);
    const { features, prediction, notes } = chooseColumns(reference, live, 't');
    expect(features).toEqual(['wind']);
    expect(prediction).toBeUndefined();
    expect(notes).toEqual([
      'Column "sky" is left out of what TrustyAI gets: it holds text (a.csv, line 2: "grey"), and TrustyAI\'s Python service cannot test a model with a text column.',
      'Column "rain" is left out of what TrustyAI gets: it holds text (b.csv, line 2: "wet"), and TrustyAI\'s Python service cannot test a model with a text column.',
      'Column "new" is left out of what TrustyAI gets: a.csv has no such column.',
      'Column "gap" is left out of what TrustyAI gets: it is empty in b.csv.',
      'Column "old" is left out of what TrustyAI gets: b.csv has no such column.',
    ]);
  });

  it('keeps a column of numbers with a stray cell', () => {
    const reference = file('a.csv', ['t', 'wind'], ['1', '2'], ['2', 'calm'], ['3', '4']);
    expect(chooseColumns(reference, reference, 't').features).toEqual(['wind']);
  });

  it('takes a numeric column "prediction" as the output', () => {
    const both = file('a.csv', ['t', 'wind', 'prediction'], ['1', '2', '0.4']);
    expect(chooseColumns(both, both, 't')).toEqual({ features: ['wind'], prediction: 'prediction', notes: [] });
  });

  it('names the file, the columns it has and the option when the time column is not there', () => {
    const both = file('a.csv', ['day', 'wind'], ['1', '2']);
    expect(() => chooseColumns(both, both, 'date')).toThrow(
      'a.csv has no column "date". Name its time column with --time; it has: day, wind.'
    );
  });

  it('says why no column can be used', () => {
    const reference = file('a.csv', ['t', 'sky'], ['1', 'grey']);
    const choose = () => chooseColumns(reference, file('b.csv', ['t', 'sky'], ['1', 'blue']), 't');
    expect(choose).toThrow(BadInput);
    expect(choose).toThrow(
      /^a\.csv and b\.csv have no numeric column in common, .*"sky" \(it holds text.*written like 12\.5/
    );
  });
});
