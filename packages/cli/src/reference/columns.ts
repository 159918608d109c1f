import type { Datatype, ReferenceColumn } from '@soundcheck/monitors';
import { isMissing, numberOf } from '../csv/cells.ts';
import { csvProblems, placeOf } from '../csv/read-csv.ts';
import type { Csv } from '../csv/read-csv.ts';

/** What keeps a cell from being of a type: the end of a sentence; or its value. */
function cellOf(cell: string, datatype: Datatype, count: number): number | string | { wrong: string } {
  if (isMissing(cell)) {
    return { wrong: 'the cell is empty. TrustyAI breaks on missing values: fill it, or leave the row out' };
  }
  if (datatype === 'BYTES') {
    return cell;
  }
  const value = numberOf(cell);
  if (value === undefined) {
    return {
      wrong: `"${cell}" is no number. Write numbers like 12.5, or leave the column out${count === 0 ? '; text goes with --types COLUMN=BYTES, to a Python service, which then computes no drift of that model' : ''}`,
    };
  }
  const whole = datatype === 'INT64' || datatype === 'INT32';
  return whole && !Number.isSafeInteger(value)
    ? { wrong: `${cell.trim()} is no whole number, and the column is ${datatype}. Say --types with FP64 for it` }
    : value;
}

/**
 * The columns of a file by type.
 * @throws CoreError with a sentence for each cell that is missing or of another type
 */
export function columnsOf(csv: Csv, typeOf: (name: string) => Datatype): Map<string, ReferenceColumn> {
  const problems: string[] = [];
  const columns = csv.header.map((name, at): [string, ReferenceColumn] => {
    const datatype = typeOf(name);
    const values = csv.rows.flatMap(({ line, cells }) => {
      const value = cellOf(cells[at] ?? '', datatype, problems.length);
      if (typeof value === 'object') {
        problems.push(`${placeOf(csv, line, at)}: ${value.wrong}.`);
        return [];
      }
      return [value];
    });
    return [name, { datatype, values }];
  });
  if (problems.length > 0) {
    throw csvProblems(problems);
  }
  return new Map(columns);
}
