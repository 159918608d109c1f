import { HttpFault } from '../http/reply.ts';
import type { Matrix } from '../storage/matrix.ts';
import { shownType } from './tensor.ts';
import type { Tensor } from './tensor.ts';

/** Which half of a call the tensors belong to, its id, and the rows the other half has. */
export interface Half {
  side: 'input' | 'output';
  id: string;
  expectedRows?: number;
}

/**
 * Tensors to rows. Several tensors are one column each and must all have the shape [rows]; a single tensor of shape
 * [rows, columns] gives columns `<tensor>-<index>`, of shape [rows] one column named like the tensor.
 * Several tensors of the shape [rows, 1] are read as one row, a quirk of the service.
 */
export function layOut(tensors: readonly Tensor[], half: Half): Matrix {
  return tensors.length > 1 ? columnEach(tensors, half) : single(tensors[0], half);
}

function columnEach(tensors: readonly Tensor[], half: Half): Matrix {
  const shapes = new Set(tensors.map((one) => String(one.shape)));
  if (shapes.size > 1) throw unlikeShapes(tensors, half);
  const shape = tensors[0]?.shape ?? [];
  checkRows(shape[0] ?? 0, half);
  // Stacked and transposed: the axes come out in reverse order, so the last axis of the tensors counts the rows.
  const [rows, ...tail] = [...shape].reverse();
  const names = tensors.map((one) => one.name);
  const types = tensors.map((one) => shownType(one.datatype));
  const cells: unknown[] = [];
  const size = shape.reduce((product, extent) => product * extent, 1);
  for (let index = 0; index < size; index += 1) {
    for (const one of tensors) cells.push(one.data[index]);
  }
  return { tail: [...tail, tensors.length], rows: rows ?? 0, names, types, cells };
}

function single(one: Tensor | undefined, half: Half): Matrix {
  if (!one) throw new Error('A payload without tensors has been let through.');
  const [rows, ...tail] = one.shape;
  if (rows === undefined) throw new Error('A tensor without dimensions has no rows.');
  checkRows(rows, half);
  const columns = tail[0];
  const names =
    columns === undefined ? [one.name] : Array.from({ length: columns }, (_, index) => `${one.name}-${index}`);
  return { tail, rows, names, types: names.map(() => shownType(one.datatype)), cells: one.data };
}

function checkRows(rows: number, half: Half): void {
  if (half.expectedRows === undefined || rows === half.expectedRows) return;
  throw reconciliationFault(
    `Could not reconcile KServe Inference ${half.id}, because the number of output rows (${rows}) did not match ` +
      `the number of input rows (${half.expectedRows}).`,
    half.id
  );
}

function unlikeShapes(tensors: readonly Tensor[], half: Half): HttpFault {
  const found = tensors.map((one, index) => `\n${index}:\t${one.name}:\t[${one.shape.join(', ')}]`).join('');
  return reconciliationFault(
    `Could not reconcile KServe Inference ${half.id}, because ${half.side} shapes were mismatched. When using ` +
      `multiple ${half.side}s to describe data columns, all shapes must match. However, the following tensor shapes ` +
      `were found:${found}`,
    half.id
  );
}

function reconciliationFault(message: string, id: string): HttpFault {
  return new HttpFault(400, `${message} (payload_id: ${id})`);
}
