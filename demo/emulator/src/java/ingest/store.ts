import { randomUUID } from 'node:crypto';
import { Uncaught } from '../http/reply.ts';
import type { Session } from '../session.ts';
import type { TensorNames } from '../storage/stored-model.ts';
import type { Columns } from './layout.ts';

const anonymous: TensorNames = { input: 'input', output: 'output' };

/** Rows of one call, ready to be stored. */
export interface Rows {
  modelId: string | null;
  tag: string;
  inputs: Columns;
  outputs: Columns;
  tensors?: TensorNames;
}

/**
 * Stores the rows and returns how many. There are as many as input rows: output rows beyond them are dropped, too few
 * are an uncaught exception, and so are columns that are not those stored before.
 */
export function storeRows(session: Session, { modelId, tag, inputs, outputs, tensors = anonymous }: Rows): number {
  const rows = inputs.values[0]?.length ?? 0;
  if (modelId === null) throw new Uncaught('There is no model id.');
  if (rows === 0) throw new Uncaught('There are no rows to store.');
  if ((outputs.values[0]?.length ?? 0) < rows) throw new Uncaught('There are fewer output rows than input rows.');
  const schema = { inputs: inputs.specs, outputs: outputs.specs };
  const values = [...inputs.values, ...outputs.values].map((column) => column.slice(0, rows));
  const time = session.clock.now();
  const marks = Array.from({ length: rows }, () => ({ id: randomUUID(), time, tag }));
  session.storage.findOrAdd(modelId, schema, tensors).append(schema, values, marks);
  session.noteRows(modelId);
  return rows;
}
