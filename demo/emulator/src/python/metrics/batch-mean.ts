import { model, nullable } from '../check/composites.ts';
import { float, integer, text } from '../check/scalars.ts';
import { HttpFault, Uncaught } from '../http/reply.ts';
import { readBody } from '../http/request.ts';
import type { Session } from '../session.ts';
import type { Frame } from '../storage/stored-model.ts';
import { castNumbers } from './cells.ts';
import { metricEndpoint } from './metric-endpoint.ts';
import { commonFields } from './metric-request.ts';
import type { CommonFields } from './metric-request.ts';
import { fixed4 } from './number-text.ts';

interface BatchMeanFields extends CommonFields {
  columnName: string;
  lowerThreshold: number | null;
  upperThreshold: number | null;
}

const check = model<BatchMeanFields>(
  (field) => ({
    ...commonFields(field, text, integer({ ge: 1 })),
    columnName: field.required('columnName', text),
    lowerThreshold: field.optional('lowerThreshold', nullable(float()), null),
    upperThreshold: field.optional('upperThreshold', nullable(float()), null),
  }),
  { bySnakeName: true }
);

const name = 'BatchMean';

/** The mean of the last rows of one column; NaN cells are left out. */
export const batchMean = metricEndpoint<BatchMeanFields>({
  name,
  paths: ['/metrics/batchmean', '/metrics/identity'],
  definition: {
    name: 'Batch Mean',
    description:
      "Returns the arithmetic mean of a model's last N feature or output values for a specified column, " +
      'where N is the batch size.',
  },
  check,
  interpret: (wire) => {
    const { columnName, batchSize } = readBody(wire, check);
    return {
      interpretation:
        `The batch mean of column '${columnName}' tracks the mean of the last ${batchSize} values, ` +
        'useful for monitoring trends and detecting shifts.',
    };
  },
  oneShot: (session, request) => reply(request, mean(window(session, request), request.columnName)),
  // Unlike its list, which is always that of BatchMean, its calculator goes by the caller's metricName.
  bucket: name,
  listsWithoutId: true,
  scheduled: (_session, request) => {
    const metricName = request.metricName ?? name;
    const { modelId, requestName, batchSize, columnName, lowerThreshold, upperThreshold } = request;
    return {
      modelId,
      metricName,
      requestName,
      batchSize,
      labels: { columnName },
      listing: { columnName, lowerThreshold, upperThreshold },
      compute: (batch) => {
        if (metricName !== name) throw new Error(`There is no calculator for ${metricName}.`);
        return mean(batch, columnName);
      },
    };
  },
});

function window(session: Session, { modelId, batchSize }: BatchMeanFields): Frame {
  const stored = session.storage.find(modelId);
  if (!stored) throw new Uncaught(`There is no model ${modelId}.`);
  const frame = stored.recent(batchSize ?? 0);
  if (frame.rows === 0) throw new HttpFault(404, `No data found for model: ${modelId}`);
  return frame;
}

function mean(frame: Frame, columnName: string): number {
  const cells = frame.columns.get(columnName);
  if (!cells) throw new Uncaught(`Column '${columnName}' not found in data`);
  const numbers = castNumbers(cells).filter((value) => !Number.isNaN(value));
  return numbers.length === 0 ? NaN : numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}

function reply(request: BatchMeanFields, value: number): object {
  const { columnName, modelId, batchSize, lowerThreshold, upperThreshold } = request;
  const body = {
    name,
    value,
    type: 'BATCH_MEAN',
    specificDefinition:
      `The batch mean of the last ${batchSize} values of column '${columnName}' in model ${modelId} ` +
      `is ${fixed4(value)}.`,
  };
  if (lowerThreshold === null && upperThreshold === null) return body;
  const outsideBounds = value < (lowerThreshold ?? -Infinity) || value > (upperThreshold ?? Infinity);
  return { ...body, thresholds: { lowerBound: lowerThreshold, upperBound: upperThreshold, outsideBounds } };
}
