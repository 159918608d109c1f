import { isRecord } from '../../record.ts';
import { unreadable } from '../http/fields.ts';
import type { Fields } from '../http/fields.ts';
import { Uncaught, empty } from '../http/reply.ts';
import type { Violations } from '../http/violations.ts';
import type { ColumnSpec } from '../storage/schema.ts';
import type { Frame, StoredModel } from '../storage/stored-model.ts';
import { misfit, storedNumber, valueText } from '../storage/typed-value.ts';
import { listedHead, metric } from './metric.ts';
import type { CommonFields, Metric } from './metric.ts';
import { listedNamesInForce } from './names.ts';

interface FairnessRequest extends CommonFields {
  protectedAttribute: string | null;
  outcomeName: string | null;
  privilegedAttribute: GroupValue;
  unprivilegedAttribute: GroupValue;
  favorableOutcome: GroupValue;
  thresholdDelta: number | null;
}

/** A value that stands for a group or an outcome, and the column type it was found to have. */
interface GroupValue {
  value: unknown;
  column: ColumnSpec | undefined;
}

/** What sets SPD and DIR apart. */
interface FairnessMetric {
  name: 'SPD' | 'DIR';
  definition: string;
  /** The value of perfect fairness. */
  target: number;
  delta: number;
  of: (unprivileged: number, privileged: number) => number;
}

/** Columns go by their names in force; the rows are inferences only. */
function fairnessMetric(fairness: FairnessMetric): Metric {
  const { name, definition, target } = fairness;
  const path = name.toLowerCase();
  const compute = (frame: Frame, model: StoredModel, request: FairnessRequest) => {
    const rate = (group: GroupValue) => favorableRate(frame, model, request, group);
    return fairness.of(rate(request.unprivilegedAttribute), rate(request.privilegedAttribute));
  };
  const built = metric<FairnessRequest>({
    name,
    paths: [`/metrics/group/fairness/${path}`, `/metrics/${path}`],
    definition,
    read: (fields, common) => ({
      ...common,
      protectedAttribute: fields.text('protectedAttribute'),
      outcomeName: fields.text('outcomeName'),
      privilegedAttribute: groupValue(fields, 'privilegedAttribute'),
      unprivilegedAttribute: groupValue(fields, 'unprivilegedAttribute'),
      favorableOutcome: groupValue(fields, 'favorableOutcome'),
      thresholdDelta: fields.number('thresholdDelta'),
    }),
    check,
    once: (_session, model, request) => compute(model.inferences(request.batchSize), model, request),
    compute: (_session, request, { current, model }) => compute(current, model, request),
    report: (_model, { thresholdDelta }, value) => {
      const delta = thresholdDelta ?? fairness.delta;
      const [lowerBound, upperBound] = [target - delta, target + delta];
      const outsideBounds = !(Number(value) >= lowerBound && Number(value) <= upperBound);
      const specificDefinition = `The ${name} of the compared groups is ${String(value)}; ${target} is fair.`;
      return { specificDefinition, thresholds: { lowerBound, upperBound, outsideBounds } };
    },
    labels: (request) => ({
      outcome: request.outcomeName ?? '',
      favorable_value: shown(request.favorableOutcome),
      protected: request.protectedAttribute ?? '',
      privileged: shown(request.privilegedAttribute),
      unprivileged: shown(request.unprivilegedAttribute),
    }),
    listed: (request) => ({
      ...listedHead('GroupMetricRequest', name, request),
      protectedAttribute: request.protectedAttribute,
      favorableOutcome: typed(request.favorableOutcome),
      outcomeName: request.outcomeName,
      privilegedAttribute: typed(request.privilegedAttribute),
      unprivilegedAttribute: typed(request.unprivilegedAttribute),
      thresholdDelta: request.thresholdDelta,
    }),
  });
  return { ...built, interpret: () => empty(400) };
}

export const spd = fairnessMetric({
  name: 'SPD',
  definition:
    'Statistical Parity Difference (SPD) measures imbalances in classifications by calculating the difference ' +
    'between the proportion of the majority and protected classes getting a particular outcome. Typically, ' +
    '-0.1 < SPD < 0.1 indicates a fair model, while a value outside those bounds indicates an unfair model for the ' +
    'groups and outcomes in question.',
  target: 0,
  delta: 0.1,
  of: (unprivileged, privileged) => unprivileged - privileged,
});

export const dir = fairnessMetric({
  name: 'DIR',
  definition:
    'Disparate Impact Ratio (DIR) measures imbalances in classifications by calculating the ratio between the ' +
    'proportion of the majority and protected classes getting a particular outcome. Typically, the further away the ' +
    'DIR is from 1, the more unfair the model. A DIR equal to 1 indicates a perfectly fair model for the groups and ' +
    'outcomes in question.',
  target: 1,
  delta: 0.2,
  of: (unprivileged, privileged) => unprivileged / privileged,
});

/** A scalar, or `{"type", "value"}` as lists show it. */
function groupValue(fields: Fields, name: string): GroupValue {
  const raw = fields.raw(name);
  if (raw === null) throw new Uncaught(`There is no ${name}.`);
  if (typeof raw !== 'object') return { value: raw, column: undefined };
  if (!isRecord(raw) || typeof raw['type'] !== 'string' || typeof raw['value'] === 'object') throw unreadable();
  return { value: raw['value'], column: undefined };
}

/** Finds the columns, and that each value fits its column; notes the column with the value. */
function check(request: FairnessRequest, model: StoredModel, violations: Violations): void {
  const { modelId, protectedAttribute, outcomeName } = request;
  const names = listedNamesInForce(model);
  const found = (name: string | null, side: 'inputs' | 'outputs', word: string) => {
    const column = model.columnNamed(name ?? '');
    if (column && model.schema[side].includes(column)) return column;
    const valid = `The valid list of feature or output names is as follows: [${names}]`;
    violations.add(`No ${word} found with name=${name}. ${valid}`, modelId ?? '', ...(name === null ? [] : [name]));
    return undefined;
  };
  const group = found(protectedAttribute, 'inputs', 'protected attribute');
  const outcome = found(outcomeName, 'outputs', 'outcome');
  const values: Array<[string, GroupValue, ColumnSpec | undefined]> = [
    ['privileged attribute', request.privilegedAttribute, group],
    ['unprivileged attribute', request.unprivilegedAttribute, group],
    ['favorable outcome', request.favorableOutcome, outcome],
  ];
  for (const [what, given, column] of values) {
    if (!column) continue;
    given.column = column;
    if (storedNumber(given.value, column.type) === undefined) {
      violations.add(misfit(what, given.value, column), modelId ?? '', column.name);
    }
  }
}

/**
 * Share of the group's rows with the favorable outcome; NaN without rows. The service compares all outputs of a row
 * with that one value, so with two outputs no row is ever favorable.
 */
function favorableRate(frame: Frame, model: StoredModel, request: FairnessRequest, group: GroupValue): number {
  const [member, members] = [stored(group), columnOf(frame, model, request.protectedAttribute)];
  const [wanted, outcomes] = [stored(request.favorableOutcome), columnOf(frame, model, request.outcomeName)];
  const single = model.schema.outputs.length === 1;
  let [rows, favored] = [0, 0];
  members.forEach((value, row) => {
    if (value !== member) return;
    rows += 1;
    if (single && outcomes[row] === wanted) favored += 1;
  });
  return favored / rows;
}

function columnOf(frame: Frame, model: StoredModel, name: string | null): Float64Array {
  const column = model.columnNamed(name ?? '');
  const values = column && frame.columns.get(column.name);
  if (!values) throw new Uncaught(`There is no column ${name} any more.`);
  return values;
}

function stored({ value, column }: GroupValue): number {
  return (column && storedNumber(value, column.type)) ?? NaN;
}

function shown(group: GroupValue): string {
  return group.column ? valueText(stored(group), group.column.type) : String(group.value);
}

function typed({ value, column }: GroupValue): object {
  return { type: column?.type ?? 'UNKNOWN', value };
}
