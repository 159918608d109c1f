import type { Field, FieldType, Frame, Notice, SoundcheckMeta } from './contract.ts';

type Cell = string | number | boolean | null | undefined;

/** A column: its name, the type of its values, how to read a row, and a description for people. */
export type Column<Row> = readonly [name: string, type: FieldType, read: (row: Row) => Cell, description?: string];

/** What stands beside the rows of a table. */
export interface TableOptions {
  refId: string;
  notices?: readonly Notice[];
  executedQueryString?: string;
  soundcheck?: Omit<SoundcheckMeta, 'contract'>;
}

function toField<Row>(rows: readonly Row[], [name, type, read, description]: Column<Row>): Field {
  const values = rows.map((row) => read(row) ?? null);
  return { name, type, ...(description ? { config: { description } } : {}), values };
}

/** A frame without a time axis, one row a thing. A cell that is undefined is missing, NaN is a value. */
export function tableFrame<Row>(
  name: string,
  rows: readonly Row[],
  columns: ReadonlyArray<Column<Row>>,
  options: TableOptions
): Frame {
  const { refId, notices = [], executedQueryString, soundcheck } = options;
  return {
    name,
    refId,
    fields: columns.map((column) => toField(rows, column)),
    meta: {
      ...(soundcheck ? { custom: { soundcheck: { contract: 1, ...soundcheck } } } : {}),
      preferredVisualisationType: 'table',
      ...(notices.length > 0 ? { notices: [...notices] } : {}),
      ...(executedQueryString === undefined ? {} : { executedQueryString }),
    },
  };
}

export function warning(text: string): Notice {
  return { severity: 'warning', text };
}

export function info(text: string): Notice {
  return { severity: 'info', text };
}
