import { BadInput } from '../bad-input.ts';
import { isMissing, toNumber } from './cells.ts';
import type { CsvFile } from './read-csv.ts';

/** A column that is left out, and why, as the end of a sentence. */
interface LeftOut {
  column: string;
  why: string;
}

export interface Columns {
  features: string[];
  /** Set where both files have a numeric column of that name: it is the output, not an input. */
  prediction?: string;
  /** Sentences about what was left out. */
  notes: string[];
}

export const predictionColumn = 'prediction';

/** Which columns of the two files become inputs. The live file's order is the order of the features. */
export function chooseColumns(reference: CsvFile, live: CsvFile, timeColumn: string): Columns {
  if (!live.header.includes(timeColumn)) {
    throw new BadInput(
      `${live.name} has no column "${timeColumn}". Name its time column with --time; it has: ${live.header.join(', ')}.`
    );
  }
  const leftOut: LeftOut[] = [];
  const numeric: string[] = [];
  for (const column of live.header.filter((name) => name !== timeColumn)) {
    const why = whyNot(reference, column) ?? whyNot(live, column);
    if (why === undefined) {
      numeric.push(column);
    } else {
      leftOut.push({ column, why });
    }
  }
  const onlyReference = reference.header.filter((name) => name !== timeColumn && !live.header.includes(name));
  leftOut.push(...onlyReference.map((column) => ({ column, why: `${live.name} has no such column` })));
  const features = numeric.filter((column) => column !== predictionColumn);
  if (features.length === 0) {
    const reasons = leftOut.map(({ column, why }) => `"${column}" (${why})`).join(', ');
    throw new BadInput(
      `${reference.name} and ${live.name} have no numeric column in common, besides the time column "${timeColumn}"` +
        `${reasons ? `: ${reasons}` : ''}. Drift needs at least one column of numbers, written like 12.5, in both files.`
    );
  }
  return {
    features,
    ...(numeric.includes(predictionColumn) ? { prediction: predictionColumn } : {}),
    notes: leftOut.map(({ column, why }) => `Column "${column}" is left out of what TrustyAI gets: ${why}.`),
  };
}

/** Why a column of a file cannot be an input; undefined where it can. */
function whyNot(file: CsvFile, column: string): string | undefined {
  const index = file.header.indexOf(column);
  if (index < 0) {
    return `${file.name} has no such column`;
  }
  const filled = file.rows.filter((row) => !isMissing(row.cells[index] ?? ''));
  const odd = filled.find((row) => toNumber(row.cells[index] ?? '') === undefined);
  const numbers = filled.filter((row) => toNumber(row.cells[index] ?? '') !== undefined).length;
  if (filled.length === 0) {
    return `it is empty in ${file.name}`;
  }
  // More than half numbers: a column of numbers with stray cells, whose rows are left out instead (complete-rows.ts).
  return numbers * 2 > filled.length
    ? undefined
    : `it holds text (${file.name}, line ${odd?.line ?? 0}: "${odd?.cells[index] ?? ''}"), and TrustyAI's Python service cannot test a model with a text column`;
}
