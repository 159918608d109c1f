/** Metrics of an OpenVINO model server, by name, help text and labels, as a server of that kind exposes them. */

export interface Family {
  name: string;
  help: string;
  labels: Record<string, string>;
}

/**
 * Upper bounds of OVMS histograms in microseconds: floor(10·1.8^k), k = 0 … 32.
 * 67466 and 218591, the two limits of the lab's Apdex panel, are among them.
 */
export const bucketBounds: number[] = Array.from({ length: 33 }, (_bound, k) => Math.floor(10 * 1.8 ** k));

export type DurationName = 'request' | 'inference' | 'wait';

export interface ServerFamilies {
  success: Family;
  fail: Family;
  durations: Record<DurationName, Family>;
}

/** The families of one version of a model; the request histogram knows the interface, the two inner ones do not. */
export function serverFamilies(model: string, version = '1'): ServerFamilies {
  const of = { name: model, version };
  const call = { api: 'KServe', interface: 'REST', method: 'ModelInfer', ...of };
  return {
    success: { name: 'ovms_requests_success', help: 'Requests answered.', labels: call },
    fail: { name: 'ovms_requests_fail', help: 'Requests refused or failed.', labels: call },
    durations: {
      request: {
        name: 'ovms_request_time_us',
        help: 'Time of a whole request in microseconds.',
        labels: { interface: 'REST', ...of },
      },
      inference: { name: 'ovms_inference_time_us', help: 'Time of the inference itself in microseconds.', labels: of },
      wait: {
        name: 'ovms_wait_for_infer_req_time_us',
        help: 'Time a request waited for a free inference slot, in microseconds.',
        labels: of,
      },
    },
  };
}

/** Not of OVMS: the inputs of the latest request, so that a Prometheus that samples them holds rows to compare. */
export const inputFamily = { name: 'model_input_value', help: 'Input of the latest request, by feature.' };
