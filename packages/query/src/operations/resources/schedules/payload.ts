import { formatCount } from '../../../catalogue/limits.ts';
import type { CatalogueEntry, Dialect, DialectEntry } from '../../../catalogue/meaning.ts';
import { queryError } from '../../../core/io.ts';
import type { ScheduleRequest } from '../../../core/operations.ts';
import type { Column, Model, Tag } from '../../../service/model.ts';
import { fairnessFields, testFields } from '../../../service/payload-fields.ts';
import { rowsOf } from '../../../service/tag-rows.ts';
import { chooseReference } from '../../queries/compute-plan.ts';

/** What is scheduled, on which service, for a model that it knows. */
export interface Target {
  wanted: ScheduleRequest;
  dialect: Dialect;
  entry: CatalogueEntry;
  side: DialectEntry;
  model: Model;
  tags: readonly Tag[];
}

function refuse(sentence: string): never {
  throw queryError(sentence);
}

/** Python wants aliases everywhere; Java wants raw names for drift and aliases for everything else. */
function nameToSend(column: Column, { dialect, entry }: Target): string {
  return dialect === 'java' && entry.kind === 'drift' ? column.raw : column.name;
}

/** Python takes any name and stays silent for ever, so names are checked here. */
function columnOf(name: string, target: Target, role?: Column['role']): Column {
  const columns = target.model.columns.filter((column) => role === undefined || column.role === role);
  const found = columns.find((column) => column.name === name) ?? columns.find((column) => column.raw === name);
  return (
    found ??
    refuse(
      `${target.model.id} has no ${role ?? 'feature'} "${name}": choose one of ${columns.map((column) => column.name).join(', ')}.`
    )
  );
}

/** Java's Fourier MMD needs more reference rows than its window; with fewer it stops the tick of every schedule. */
const FOURIER_WINDOW = 168;

function referenceOf({ wanted, dialect, model, tags }: Target): Tag {
  const name = chooseReference(wanted, tags);
  const references = tags.filter((tag) => tag.kind === 'reference');
  const tag = references.find((one) => one.name === name);
  if (tag === undefined) {
    const known = references.map((one) => one.name).join(', ');
    return refuse(
      `${model.id} has no reference "${name}": ${known ? `choose one of ${known}` : 'upload training data with that tag first'}.`
    );
  }
  const least = dialect === 'java' && wanted.metric === 'mmd' ? FOURIER_WINDOW + 2 : 2;
  if (tag.rows < least) {
    refuse(
      `The reference ${name} has ${formatCount(tag.rows)} rows; this metric needs ${least} or more. Choose a larger reference.`
    );
  }
  return tag;
}

/** Columns of a drift metric: chosen ones, else Python gets the inputs by name, as its own default list goes stale. */
function fitColumns(target: Target): { fitColumns?: string[] } {
  const { wanted, dialect, model } = target;
  const chosen = wanted.features ?? [];
  const columns =
    chosen.length > 0
      ? chosen.map((name) => columnOf(name, target))
      : dialect === 'python'
        ? model.columns.filter((column) => column.role === 'input')
        : [];
  return columns.length > 0 ? { fitColumns: columns.map((column) => nameToSend(column, target)) } : {};
}

function driftPayload(target: Target): Record<string, unknown> {
  const { wanted, dialect, side } = target;
  return {
    referenceTag: referenceOf(target).name,
    ...fitColumns(target),
    ...testFields(side, dialect, wanted.alpha),
  };
}

function meanPayload(target: Target): Record<string, unknown> {
  const [feature, second] = target.wanted.features ?? [];
  if (feature === undefined || second !== undefined) {
    return refuse('A mean is scheduled for one feature at a time: choose exactly one.');
  }
  return { columnName: nameToSend(columnOf(feature, target), target) };
}

function fairnessPayload(target: Target): Record<string, unknown> {
  const { fairness } = target.wanted;
  if (fairness === undefined) {
    return refuse(`${target.entry.label} needs a protected feature, two groups, an outcome and the favourable value.`);
  }
  const protectedAttribute = nameToSend(columnOf(fairness.protectedAttribute, target, 'input'), target);
  const outcome = nameToSend(columnOf(fairness.outcome, target, 'output'), target);
  return fairnessFields({ ...fairness, protectedAttribute, outcome }, target.side);
}

const payloads = { drift: driftPayload, mean: meanPayload, fairness: fairnessPayload };

/**
 * The body of the call, in the names and fields that this service wants; `metricName` never, as Python believes it.
 * @throws CoreError where a name is unknown or a choice is missing: Python would take it and stay silent
 */
export function payloadOf(target: Target, named: boolean): Record<string, unknown> {
  const { wanted, entry, model } = target;
  return {
    modelId: model.id,
    batchSize: wanted.batchSize,
    ...(named ? { requestName: wanted.requestName } : {}),
    ...payloads[entry.kind](target),
  };
}

/** What surprises about the numbers of this schedule, besides the doubts that the diagnosis of a window has. */
export function surprisesOf({ wanted, dialect, entry, model, tags }: Target): string[] {
  if (dialect === 'python') {
    return [];
  }
  const inferences = rowsOf(tags, 'inference');
  const outputs = model.columns.filter((column) => column.role === 'output').length;
  const surprises: Array<[boolean, string]> = [
    [
      wanted.batchSize > inferences,
      `Its window holds the ${formatCount(inferences)} inferences so far until there are ${formatCount(wanted.batchSize)}; fewer than two show no drift.`,
    ],
    [
      entry.kind === 'drift' && (wanted.features ?? []).length > 0,
      'Java computes every numeric column, whichever are chosen.',
    ],
    [
      entry.kind === 'fairness' && outputs > 1,
      `${model.id} has ${outputs} outputs: the Java service computes fairness for one only, so this number says nothing.`,
    ],
  ];
  return surprises.flatMap(([holds, sentence]) => (holds ? [sentence] : []));
}
