import { isRecord } from '../record.ts';
import { readData } from './recordings.ts';
import type { Filler } from './step.ts';

/** Rows of the credit model, as the tensors of one call. */
export interface CreditCall {
  inputs: unknown[];
  outputs: unknown[];
}

/** The upload of the 1000 reference rows. */
export function creditTraining(folder: string): Filler {
  return { method: 'POST', path: '/data/upload', body: readData(folder, 'credit-training.upload.json') };
}

/** The inference batches of the credit data, in order: 120 of 5 rows. */
export function creditBatches(folder: string): CreditCall[] {
  const data = readData(folder, 'credit-inference-batches.json');
  const batches = isRecord(data) && Array.isArray(data['batches']) ? data['batches'] : [];
  return batches.map((batch: unknown) => {
    if (!isRecord(batch)) throw new Error('A batch is no object.');
    return creditCall(rows(batch['inputs']), batch['outputs']);
  });
}

/** Inference rows of the "window" exchanges from `start` up to but without `end`. */
export function windowRows(folder: string, start: number, end: number): CreditCall {
  const training = readData(folder, 'credit-training.upload.json');
  const plan = readData(folder, 'credit-window-rows.json');
  if (!isRecord(training) || !isRecord(plan) || !Array.isArray(plan['picks'])) throw new Error('Unknown data file.');
  const reference = rows(tensorData(training['request'], 'inputs'));
  const predicted = tensorData(training['response'], 'outputs');
  if (!Array.isArray(predicted)) throw new Error('The training outputs are no list.');
  const picks = plan['picks'].map(Number).slice(start, end);
  const shift = Number(plan['shift']);
  const shiftedFrom = Number(plan['shiftedFrom']);
  const inputs = picks.map((pick, index) => {
    const [first = NaN, ...others] = reference[pick] ?? [];
    return [start + index >= shiftedFrom ? first + shift : first, ...others];
  });
  return creditCall(
    inputs,
    picks.map((pick) => predicted[pick])
  );
}

function creditCall(inputs: number[][], outputs: unknown): CreditCall {
  const shape = [inputs.length, 4];
  return {
    inputs: [{ name: 'credit_inputs', shape, datatype: 'FP64', data: inputs }],
    outputs: [{ name: 'predict', shape: [inputs.length, 1], datatype: 'FP32', data: outputs }],
  };
}

function rows(value: unknown): number[][] {
  if (!Array.isArray(value)) throw new Error('Expected rows.');
  return value.map((row: unknown) => (Array.isArray(row) ? row.map(Number) : [Number(row)]));
}

function tensorData(half: unknown, key: 'inputs' | 'outputs'): unknown {
  const tensors = isRecord(half) ? half[key] : undefined;
  const first: unknown = Array.isArray(tensors) ? tensors[0] : undefined;
  return isRecord(first) ? first['data'] : undefined;
}
