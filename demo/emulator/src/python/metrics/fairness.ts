import { anything, dictionary, model, nullable } from '../check/composites.ts';
import { float, integer, text } from '../check/scalars.ts';
import { HttpFault } from '../http/reply.ts';
import { readBody, readQuery } from '../http/request.ts';
import type { Session } from '../session.ts';
import type { Cells } from '../storage/dataset.ts';
import type { Frame } from '../storage/stored-model.ts';
import { groupValues } from './group-values.ts';
import type { GroupValues } from './group-values.ts';
import { metricEndpoint, requireModel } from './metric-endpoint.ts';
import type { Metric } from './metric-endpoint.ts';
import { commonFields } from './metric-request.ts';
import type { CommonFields } from './metric-request.ts';
import { fixed4 } from './number-text.ts';

interface FairnessFields extends CommonFields {
  protectedAttribute: string;
  outcomeName: string;
  privilegedAttribute: GroupValues;
  unprivilegedAttribute: GroupValues;
  favorableOutcome: GroupValues;
  thresholdDelta: number | null;
}

/** What sets SPD and DIR apart. */
interface FairnessMetric {
  name: 'SPD' | 'DIR';
  words: string;
  description: string;
  /** The value of perfect fairness. */
  target: number;
  delta: number;
  of: (unprivileged: number, privileged: number) => number;
  /** Failures of the computation are answered in plain text instead of JSON. */
  plainFailures: boolean;
  refusesNegativeDelta: boolean;
}

const generic = 'Error computing metric. Check server logs for details.';

const check = model<FairnessFields>((field) => ({
  ...commonFields(field, nullable(text), nullable(integer())),
  protectedAttribute: field.required('protectedAttribute', text),
  outcomeName: field.required('outcomeName', text),
  privilegedAttribute: field.required('privilegedAttribute', groupValues('ReconcilableFeature')),
  unprivilegedAttribute: field.required('unprivilegedAttribute', groupValues('ReconcilableFeature')),
  favorableOutcome: field.required('favorableOutcome', groupValues('ReconcilableOutput')),
  thresholdDelta: field.optional('thresholdDelta', nullable(float()), null),
}));

const interpretation = model<{ metricValue: Record<string, unknown> }>((field) => ({
  modelId: field.required('modelId', text),
  protectedAttribute: field.required('protectedAttribute', text),
  outcomeName: field.required('outcomeName', text),
  privilegedAttribute: field.required('privilegedAttribute', groupValues('ReconcilableFeature')),
  unprivilegedAttribute: field.required('unprivilegedAttribute', groupValues('ReconcilableFeature')),
  favorableOutcome: field.required('favorableOutcome', groupValues('ReconcilableOutput')),
  metricValue: field.required('metricValue', dictionary(anything)),
}));

function fairnessMetric(metric: FairnessMetric): Metric {
  const { name } = metric;
  const lower = name.toLowerCase();
  return metricEndpoint<FairnessFields>({
    name,
    paths: [
      `/metrics/group/fairness/${lower}`,
      `/${lower}`,
      `/metrics/metrics/group/fairness/${lower}`,
      `/metrics/${lower}`,
    ],
    definition: { name: metric.words, description: metric.description },
    interpret: (wire) => {
      readBody(wire, interpretation);
      throw new HttpFault(501, `${name} value interpretation is not yet implemented`);
    },
    check,
    oneShot: (session, request, wire) => {
      const delta = readQuery(wire, 'delta', float(), null) ?? request.thresholdDelta ?? metric.delta;
      return reply(metric, valueNow(metric, session, request), delta);
    },
    scheduled: (session, request) => {
      const { modelId, requestName, batchSize, protectedAttribute, outcomeName } = request;
      requireModel(session, modelId, (cause) => `Error scheduling metric: ${cause}`);
      const labels = { protectedAttribute, outcomeName };
      const compute = (batch: Frame) => compare(metric, batch, request);
      return { modelId, metricName: name, requestName, batchSize, labels, listing: labels, compute };
    },
  });
}

export const spd = fairnessMetric({
  name: 'SPD',
  words: 'Statistical Parity Difference',
  description:
    'Measures the difference in favorable outcome rates between unprivileged and privileged groups. ' +
    'A value of zero indicates perfect fairness. Positive or negative values indicate bias favoring one group over another.',
  target: 0,
  delta: 0.1,
  of: (unprivileged, privileged) => unprivileged - privileged,
  plainFailures: true,
  refusesNegativeDelta: false,
});

export const dir = fairnessMetric({
  name: 'DIR',
  words: 'Disparate Impact Ratio',
  description:
    'Measures the ratio of favorable outcome rates between unprivileged and privileged groups. ' +
    'A value of 1.0 indicates perfect fairness, while values significantly different from 1.0 indicate potential bias.',
  target: 1,
  delta: 0.2,
  of: (unprivileged, privileged) => unprivileged / privileged,
  plainFailures: false,
  refusesNegativeDelta: true,
});

function valueNow(metric: FairnessMetric, session: Session, request: FairnessFields): number {
  const stored = session.storage.find(request.modelId);
  if (!stored) {
    const id = request.modelId;
    const cause = `Error creating dataframe for model=${id}: No inference data for dataset=${id}_inputs found.`;
    throw new HttpFault(500, metric.plainFailures ? `Error computing metric: ${cause}` : generic);
  }
  const frame = stored.recent(request.batchSize || 100);
  if (frame.rows === 0) throw new HttpFault(404, `No data found for model: ${request.modelId}`);
  try {
    return compare(metric, frame, request);
  } catch (fault) {
    throw metric.plainFailures ? fault : new HttpFault(500, generic);
  }
}

/** The metric over one window; NaN when a group has no rows. */
function compare(metric: FairnessMetric, frame: Frame, request: FairnessFields): number {
  for (const [field, values] of Object.entries({
    privilegedAttribute: request.privilegedAttribute,
    unprivilegedAttribute: request.unprivilegedAttribute,
    favorableOutcome: request.favorableOutcome,
  })) {
    if (values.length === 0 || values.some((value) => typeof value === 'object')) {
      throw new Error(`${field} must contain at least one scalar value`);
    }
  }
  const groups = frame.columns.get(request.protectedAttribute);
  const outcomes = frame.columns.get(request.outcomeName);
  if (!groups || !outcomes) throw new Error('The window has no such column.');
  const rate = (members: GroupValues) =>
    favorableRate({ groups, outcomes, members, favorable: request.favorableOutcome });
  const unprivileged = rate(request.unprivilegedAttribute);
  const privileged = rate(request.privilegedAttribute);
  return metric.of(unprivileged, privileged);
}

interface Rate {
  groups: Cells;
  outcomes: Cells;
  members: GroupValues;
  favorable: GroupValues;
}

/** Share of the group's rows with a favorable outcome; NaN without rows. Text never equals a number. */
function favorableRate({ groups, outcomes, members, favorable }: Rate): number {
  const [inGroup, wanted] = [new Set(members), new Set(favorable)];
  let [rows, favored] = [0, 0];
  for (let row = 0; row < groups.length; row += 1) {
    if (!inGroup.has(asNumber(groups[row]))) continue;
    rows += 1;
    if (wanted.has(asNumber(outcomes[row]))) favored += 1;
  }
  return favored / rows;
}

function asNumber(cell: unknown): unknown {
  return typeof cell === 'boolean' ? Number(cell) : cell;
}

function reply(metric: FairnessMetric, value: number, delta: number): object {
  if (metric.refusesNegativeDelta && delta < 0) throw new HttpFault(400, 'Threshold delta must be non-negative');
  const [lowerBound, upperBound] = [metric.target - delta, metric.target + delta];
  return {
    name: metric.name,
    value,
    type: 'metric',
    specificDefinition: `${metric.words} value of ${fixed4(value)}`,
    thresholds: { lowerBound, upperBound, outsideBounds: value < lowerBound || value > upperBound },
  };
}
