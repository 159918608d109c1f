import { basename } from 'node:path';
import { minuteMs } from '../scenario.ts';
import { toNumber } from './cells.ts';
import { chooseColumns, predictionColumn } from './columns.ts';
import { completeRows } from './complete-rows.ts';
import { placeInTime } from './times.ts';
import { readCsv } from './read-csv.ts';
import type { Columns } from './columns.ts';
import type { CsvFile, CsvRow } from './read-csv.ts';
import type { Row, Scenario } from '../scenario.ts';

export interface OwnDataOptions {
  /** Path of the reference file. */
  reference: string;
  /** Path of the live file. */
  live: string;
  /** Name of the live file's time column. */
  time: string;
  seed: number;
}

export interface OwnData {
  scenario: Scenario;
  /** Sentences about what was left out. */
  notes: string[];
}

/**
 * A scenario from two CSV files of the user's own. The window is as long as the live file, so that at the end of
 * history, and at any time while `live` repeats the file, it holds exactly the live file.
 * @throws BadInput
 */
export function ownData(options: OwnDataOptions): OwnData {
  const referenceFile = readCsv(options.reference);
  const liveFile = readCsv(options.live);
  const columns = chooseColumns(referenceFile, liveFile, options.time);
  const needed = [...columns.features, ...(columns.prediction === undefined ? [] : [columns.prediction])];
  const reference = completeRows(referenceFile, needed);
  const live = completeRows(liveFile, needed);
  const placed = placeInTime(liveFile, live.rows, options.time);
  const history = placed.rows.map(({ row, offsetMs }) => ({ offsetMs, ...toRow(liveFile, row, columns) }));
  const scenario: Scenario = {
    kind: 'own-data',
    model: basename(options.live).replace(/\.(csv|tsv|txt)$/i, ''),
    namespace: 'own-data',
    seed: options.seed,
    features: columns.features,
    outputTensor: predictionColumn,
    hasPrediction: columns.prediction !== undefined,
    reference: reference.rows.map((row) => toRow(referenceFile, row, columns)),
    history,
    startMs: (history[0]?.offsetMs ?? 0) - minuteMs,
    batchSize: history.length,
    description: `Rows of ${liveFile.name} against the reference ${referenceFile.name}; requests and latencies of the model server are made up.`,
    timeNote: placed.timeNote,
    referenceTable: { header: referenceFile.header, rows: reference.rows.map((row) => row.cells) },
    currentTable: { header: liveFile.header, rows: placed.rows.map(({ row }) => row.cells) },
  };
  const predictionNote =
    columns.prediction === undefined
      ? ['There is no numeric column "prediction" in both files: TrustyAI, which needs an output, gets the constant 0.']
      : [];
  const notes = [reference.note, live.note].filter((note) => note !== undefined);
  return { scenario, notes: [...columns.notes, ...notes, ...predictionNote] };
}

/** The numbers of a complete row. */
export function toRow(file: Pick<CsvFile, 'header'>, row: Pick<CsvRow, 'cells'>, columns: Columns): Row {
  const number = (column: string) => toNumber(row.cells[file.header.indexOf(column)] ?? '') ?? NaN;
  return {
    inputs: columns.features.map(number),
    outputs: [columns.prediction === undefined ? 0 : number(columns.prediction)],
  };
}
