import { readFields } from '../http/fields.ts';
import type { Fields } from '../http/fields.ts';
import { Refusal, text } from '../http/reply.ts';
import { layOutInputs, layOutOutputs } from '../ingest/layout.ts';
import { storeRows } from '../ingest/store.ts';
import { tagFault } from '../ingest/tag-rule.ts';
import { readTensor } from '../ingest/tensor.ts';
import type { Tensor } from '../ingest/tensor.ts';
import type { Handler, Route } from './route.ts';

export const uploadRoute: Route = {
  path: '/data/upload',
  methods: {
    POST: {
      summary: 'Store rows under data_tag; without one they get the empty tag and are no inferences',
      handle: (session, request) => upload(session, request),
    },
  },
};

const upload: Handler = (session, wire) => {
  const fields = readFields(wire);
  const tag = fields.text('data_tag') ?? '';
  const modelId = fields.text('model_name');
  const groundTruth = fields.boolean('is_ground_truth') ?? false;
  const inputs = tensors(fields, 'request', 'inputs');
  const outputs = tensors(fields, 'response', 'outputs');
  const fault = tagFault(tag);
  if (fault !== undefined) return text(fault, 400);
  if (inputs.length === 0) return text('Directly uploaded datapoints must specify at least one `inputs` field.', 400);
  if (outputs.length === 0) return text('No output payload specified in request', 400);
  if (groundTruth) throw new Refusal(text(noExecutionIds, 400));
  const rows = storeRows(session, {
    modelId,
    tag,
    inputs: layOutInputs(inputs, 'upload'),
    outputs: layOutOutputs(outputs, 'upload'),
  });
  return text(`${rows} datapoints successfully added to ${modelId} data.`);
};

/** Execution ids are not looked at: the emulator keeps no ground truths. */
const noExecutionIds =
  'No execution IDs were provided. When uploading ground truths, all inputs must have a correspond TrustyAI ' +
  'Execution ID to correlate them with existing inferences. The available execution IDs can be found within the ' +
  '/inputs/ directory of the TrustyAI service instance.';

function tensors(fields: Fields, half: string, name: string): Tensor[] {
  return fields.object(half)?.list(name, readTensor) ?? [];
}
