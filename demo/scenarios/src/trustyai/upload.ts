import type { Row, Scenario } from '../scenario.ts';

/** A KServe v2 tensor, as TrustyAI takes it. */
export interface Tensor {
  name: string;
  shape: number[];
  datatype: 'FP64';
  data: number[] | number[][];
}

export const referenceTag = 'TRAINING';

/** One tensor of shape [rows] a feature: the layout from which TrustyAI's Python service takes the tensors' names as columns. */
export function inputTensors(features: string[], rows: Row[]): Tensor[] {
  return features.map((name, f) => ({
    name,
    shape: [rows.length],
    datatype: 'FP64',
    data: rows.map((row) => row.inputs[f] ?? 0),
  }));
}

/** All outputs as one tensor: [rows, k], or [rows] where a row has one output, so that its column keeps the tensor's name. */
export function outputTensor(name: string, rows: Row[]): Tensor {
  const columns = rows[0]?.outputs.length ?? 0;
  return columns === 1
    ? { name, shape: [rows.length], datatype: 'FP64', data: rows.map((row) => row.outputs[0] ?? 0) }
    : { name, shape: [rows.length, columns], datatype: 'FP64', data: rows.map((row) => row.outputs) };
}

export interface UploadBody {
  model_name: string;
  data_tag?: string;
  request: { inputs: Tensor[] };
  response: { model_name: string; model_version: string; outputs: Tensor[] };
}

/** Body of POST /data/upload. Without a tag the rows count as inferences. */
export function uploadBody(scenario: Scenario, rows: Row[], tag?: string): UploadBody {
  return {
    model_name: scenario.model,
    ...(tag === undefined ? {} : { data_tag: tag }),
    request: { inputs: inputTensors(scenario.features, rows) },
    response: {
      model_name: scenario.model,
      model_version: '1',
      outputs: [outputTensor(scenario.outputTensor, rows)],
    },
  };
}
