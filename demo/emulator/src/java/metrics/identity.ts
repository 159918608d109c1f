import { Uncaught, mislabelled } from '../http/reply.ts';
import type { Frame, StoredModel } from '../storage/stored-model.ts';
import { listedHead, metric } from './metric.ts';
import type { CommonFields } from './metric.ts';
import { listedNamesInForce } from './names.ts';

interface IdentityRequest extends CommonFields {
  columnName: string | null;
  lowerThreshold: number;
  upperThreshold: number;
}

const name = 'IDENTITY';

/**
 * The mean of the last rows of one column, which goes by its name in force. One-shot calls count rows of every kind,
 * schedules inferences only.
 */
export const identity = metric<IdentityRequest>({
  name,
  paths: ['/metrics/identity'],
  definition: "This metric simply returns a mean of a model's last N feature or output values.",
  read: (fields, common) => ({
    ...common,
    columnName: fields.text('columnName'),
    lowerThreshold: fields.number('lowerThreshold') ?? 0,
    upperThreshold: fields.number('upperThreshold') ?? 0,
  }),
  check: ({ modelId, columnName }, model, violations) => {
    if (columnName !== null && model.columnNamed(columnName)) return;
    violations.add(
      `No feature or output found with name=${columnName}. ` +
        `The valid list of feature or output names is as follows: [${listedNamesInForce(model)}]`,
      modelId ?? '',
      ...(columnName === null ? [] : [columnName])
    );
  },
  once: (_session, model, request) => meanOf(model.latest(request.batchSize), model, request.columnName),
  compute: (_session, request, { current, model }) => meanOf(current, model, request.columnName),
  report: (_model, request, value) => ({
    specificDefinition: specificDefinition(request),
    thresholds: {
      lowerBound: request.lowerThreshold,
      upperBound: request.upperThreshold,
      outsideBounds: !(Number(value) >= request.lowerThreshold && Number(value) <= request.upperThreshold),
    },
  }),
  labels: ({ columnName }) => ({ column: columnName ?? '' }),
  listed: (request) => {
    const { columnName, lowerThreshold, upperThreshold } = request;
    return { ...listedHead('IdentityMetricRequest', name, request), columnName, lowerThreshold, upperThreshold };
  },
  interpret: (_model, request) => mislabelled(specificDefinition(request)),
});

function specificDefinition({ columnName, modelId }: IdentityRequest): string {
  return `This metric simply returns a mean of the last N values of ${columnName} from inference data of model=${modelId}.`;
}

function meanOf(frame: Frame, model: StoredModel, columnName: string | null): number {
  const column = model.columnNamed(columnName ?? '');
  const values = column && frame.columns.get(column.name);
  if (!values) throw new Uncaught(`There is no column ${columnName} any more.`);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
