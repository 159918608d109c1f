import { scoreArm } from '@soundcheck/query';
import type { Dialect, LabelFilter, ScoreArm } from '@soundcheck/query';
import type { ArmLimit, Monitor } from '../contract.ts';
import { block, durationText, numberText, observations } from './promql.ts';

/** One service's scores with the limit that they are held against. */
interface Arm extends ScoreArm {
  dialect: Dialect;
  limit: ArmLimit;
}

/** Java writes a whole number of a column of decimals as "1.0". */
function numberLabel(key: string, value: number): LabelFilter {
  const plain = String(value);
  return { key, operator: '=|', values: Number.isInteger(value) ? [plain, `${plain}.0`] : [plain] };
}

/** What tells a monitor's series from those of other schedules, as far as the service says it in labels. */
function filtersOf({ fairness, batch }: Monitor, dialect: Dialect): LabelFilter[] {
  const outcome: LabelFilter[] = fairness ? [{ key: 'outcome', operator: '=', values: [fairness.outcome] }] : [];
  if (dialect === 'python') {
    return outcome;
  }
  const groups = fairness
    ? [
        numberLabel('privileged', fairness.privileged),
        numberLabel('unprivileged', fairness.unprivileged),
        numberLabel('favorable', fairness.favorable),
      ]
    : [];
  return [...outcome, ...groups, { key: 'batch_size', operator: '=', values: [String(batch)] }];
}

/**
 * A step's number is the last one published in it: a schedule or pod made anew within a step leaves no gap. 1 ms less than
 * a step leaves the number at its beginning to the step before, whether a range includes its left end or not.
 */
function stepText({ persistence }: Monitor): string {
  return durationText(persistence.everySeconds * 1000 - 1);
}

function armsOf(monitor: Monitor): Arm[] {
  const { namespace, model, metric, fairness, reference } = monitor;
  const within = stepText(monitor);
  const features = fairness ? [fairness.protectedAttribute] : monitor.features;
  const query = { metric, namespace, model, features, ...(reference ? { referenceTag: reference.tag } : {}) };
  return monitor.limits.flatMap((limit) => {
    const { dialect } = limit;
    const arm = scoreArm({ ...query, dialect, within, filters: filtersOf(monitor, dialect) });
    return arm ? [{ ...arm, dialect, limit }] : [];
  });
}

/** How far a two-sided number is from where it should be. */
function distance({ expr, limit: { centre = 0 } }: Arm): string {
  return `abs(${centre === 0 ? expr : `${expr} - ${numberText(centre)}`})`;
}

/** 1 where the number lies on the drift side of its limit, 0 where it does not or is NaN: a p-value of 0 counts. */
function over(arm: Arm): string {
  const { expr, meaning } = arm;
  const limit = numberText(arm.limit.value);
  switch (meaning.direction) {
    case 'low':
      return `${expr} <= bool ${limit}`;
    case 'high':
      return `${expr} > bool ${limit}`;
    case 'two-sided':
      return `${distance(arm)} > bool ${limit}`;
  }
}

/** Where numbers that are far off stop: a p-value of 0 would be infinitely far. */
const farthest = 10;

/** How far from good, in limits: 1 is at the limit, more is over it, whatever kind of number it is. */
function timesLimit(arm: Arm): string {
  const { expr, meaning } = arm;
  const limit = numberText(arm.limit.value);
  switch (meaning.direction) {
    case 'low':
      return `clamp_max(${limit} / ${expr},${farthest})`;
    case 'high':
      return `clamp_max(${expr} / ${limit},${farthest})`;
    case 'two-sided':
      return `clamp_max(${distance(arm)} / ${limit},${farthest})`;
  }
}

/** The numbers of a monitor, of either service, under the labels `namespace, model, feature, metric, value_is`. */
export function scoreOf(monitor: Monitor, dialect?: Dialect): string {
  return armsOf(monitor)
    .filter((arm) => dialect === undefined || arm.dialect === dialect)
    .map(({ expr }) => expr)
    .join('\nor\n');
}

/** `scoreOf` in limits: over 1 is over the limit, cut off at 10. */
export function timesLimitOf(monitor: Monitor): string {
  return armsOf(monitor).map(timesLimit).join('\nor\n');
}

/** The observations later than the reference: the gauge counts reference rows too. */
export function laterRows(monitor: Monitor): string {
  const { storedRows } = monitor;
  const rows = `max by (namespace,model) (last_over_time(${observations(monitor)}[${stepText(monitor)}]))`;
  return storedRows === 0 ? rows : `${rows} - ${numberText(storedRows)}`;
}

/** 0 or 1 for each feature at one instant: over the limit, with enough rows for a verdict. */
export function overLimitOf(monitor: Monitor): string {
  const arms = armsOf(monitor).map(over).join('\nor\n');
  const enough = `(${laterRows(monitor)} >= bool ${numberText(monitor.minimumRows)})`;
  return `${block(arms)}\n* on (namespace,model) group_left ()\n${enough}`;
}
