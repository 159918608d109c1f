import { isRecord } from '../record.ts';
import { readData } from './recordings.ts';

/** A call that brings about what the recordings presuppose but do not contain. */
export interface Filler {
  method: 'POST' | 'DELETE';
  path: string;
  headers?: Record<string, string>;
  body: unknown;
}

const model = 'gaussian-credit-model';

/** The inference batches of the credit data, in order: 120 of 5 rows. */
export function creditBatches(folder: string): Filler[] {
  const data = readData(folder, 'credit-inference-batches.json');
  const batches = isRecord(data) && Array.isArray(data['batches']) ? data['batches'] : [];
  return batches.map((batch: unknown) => {
    if (!isRecord(batch)) throw new Error('A batch is no object.');
    return creditUpload(rows(batch['inputs']), batch['outputs']);
  });
}

/** Inference rows of the "window" exchanges from `start` up to but without `end`, as one upload. */
export function windowRows(folder: string, start: number, end: number): Filler {
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
  return creditUpload(
    inputs,
    picks.map((pick) => predicted[pick])
  );
}

function creditUpload(inputs: number[][], outputs: unknown): Filler {
  const shape = [inputs.length, 4];
  return {
    method: 'POST',
    path: '/data/upload',
    body: {
      model_name: model,
      request: { inputs: [{ name: 'credit_inputs', shape, datatype: 'FP64', data: inputs }] },
      response: { outputs: [{ name: 'predict', shape: [inputs.length, 1], datatype: 'FP32', data: outputs }] },
    },
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

/** POST …/request of a metric on the credit model. */
export function schedule(metric: string, fields: Record<string, unknown>): Filler {
  const body = { modelId: model, referenceTag: 'TRAINING', ...fields };
  return { method: 'POST', path: `/metrics/${metric}/request`, body };
}

/** Both halves of one call as cloud events. */
export function cloudEvent(id: string, query: string): Filler[] {
  const headers = { 'ce-id': id };
  const path = `/${query}`;
  const inputs = [
    {
      name: 'x',
      shape: [2, 2],
      datatype: 'FP64',
      data: [
        [1, 2],
        [3, 4],
      ],
    },
  ];
  const outputs = [{ name: 'y', shape: [2, 1], datatype: 'FP64', data: [0.5, 0.6] }];
  return [
    { method: 'POST', path, headers, body: { inputs } },
    { method: 'POST', path, headers, body: { model_name: 'event-model', outputs } },
  ];
}

/** An upload of a small model: input and output tensors as given. */
export function upload(name: string, inputs: unknown[], outputs: unknown[]): Filler {
  return {
    method: 'POST',
    path: '/data/upload',
    body: { model_name: name, request: { inputs }, response: { outputs } },
  };
}
