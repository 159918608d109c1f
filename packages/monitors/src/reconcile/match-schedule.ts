import { catalogue } from '@soundcheck/query';
import type { Column, Dialect, FairnessChoice, Schedule, ScheduleRequest } from '@soundcheck/query';

/** A service's columns by model; empty where it knows none. */
export type ColumnsOf = (model: string) => readonly Column[];

/** How a listed schedule compares with a wanted one, in words: "window 300, wanted 500". */
export interface Match {
  /** What makes it another number. */
  differs: string[];
  /** Its limit, which is only shown beside the number and judged by whoever reads it: the same number needs no second schedule. */
  otherLimit: string[];
  /** What the service does not list and nobody remembers: "limit". */
  unknown: string[];
}

/** Java computes every numeric column, whichever were asked for. */
function featuresMatter({ metric }: ScheduleRequest, dialect: Dialect): boolean {
  return !(dialect === 'java' && catalogue[metric].kind === 'drift');
}

function nameInForce(name: string, columns: readonly Column[]): string {
  return (
    (columns.find((column) => column.name === name) ?? columns.find((column) => column.raw === name))?.name ?? name
  );
}

/** The names that the schedule lists if it is right: a schedule on a name no longer in force is dead. */
function wantedFeatures({ features = [], fairness }: ScheduleRequest, columns: readonly Column[]): string[] {
  if (fairness !== undefined) {
    return [nameInForce(fairness.protectedAttribute, columns)];
  }
  return features.length > 0
    ? features.map((feature) => nameInForce(feature, columns))
    : columns.filter(({ role }) => role === 'input').map(({ name }) => name);
}

const listOf = (names: readonly string[]): string => (names.length > 0 ? names.join(', ') : 'none');

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === new Set([...a, ...b]).size && new Set(b).size === new Set(a).size;
}

const GROUPS = ['privileged', 'unprivileged', 'favorable'] as const;

function groupsOf(fairness: Partial<FairnessChoice>): string {
  return GROUPS.map((group) => `${group} ${fairness[group] ?? '?'}`).join(', ');
}

/** The level is listed as the test's; a Jensen-Shannon schedule has a threshold on the distance instead. */
function hasLevel({ metric, alpha }: ScheduleRequest): boolean {
  return alpha !== undefined && catalogue[metric].kind === 'drift' && metric !== 'jensen-shannon';
}

class Differences implements Match {
  readonly differs: string[] = [];
  readonly otherLimit: string[] = [];
  readonly unknown: string[] = [];

  /** Compares what the service lists, else what is remembered, with what is wanted. */
  check(what: string, values: { wanted: string; listed?: string; remembered?: string }, found = this.differs): void {
    const { wanted, listed, remembered } = values;
    const known = listed ?? remembered;
    if (known === undefined) {
      this.unknown.push(what);
    } else if (known !== wanted) {
      found.push(`${what} ${known}, wanted ${wanted}`);
    }
  }
}

const textOf = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(value));
const given = (name: 'listed' | 'remembered', value: string | undefined) =>
  value === undefined ? {} : { [name]: value };

/**
 * Compares a listed schedule of the wanted model and metric with what is wanted. Names are left aside: two names for one
 * number are one number too many.
 * @param remembered what was asked when this schedule was made, as Python lists neither limits nor groups
 */
export function matchSchedule(
  wanted: ScheduleRequest,
  listed: Schedule,
  remembered: ScheduleRequest | undefined,
  { dialect, columns }: { dialect: Dialect; columns: readonly Column[] }
): Match {
  const found = new Differences();
  found.check('window', {
    wanted: String(wanted.batchSize),
    ...given('listed', textOf(listed.batchSize)),
    ...given('remembered', textOf(remembered?.batchSize)),
  });
  if (wanted.referenceTag !== undefined) {
    found.check('reference', { wanted: wanted.referenceTag, listed: listed.referenceTag ?? 'none' });
  }
  const features = wantedFeatures(wanted, columns);
  if (featuresMatter(wanted, dialect) && !sameSet(features, listed.features ?? [])) {
    found.differs.push(`features ${listOf(listed.features ?? [])}, wanted ${listOf(features)}`);
  }
  if (wanted.fairness !== undefined) {
    const outcome = nameInForce(wanted.fairness.outcome, columns);
    found.check('outcome', { wanted: outcome, listed: listed.fairness?.outcome ?? 'none' });
    const lists = listed.fairness?.privileged !== undefined;
    found.check('groups', {
      wanted: groupsOf(wanted.fairness),
      ...given('listed', lists ? groupsOf(listed.fairness ?? {}) : undefined),
      ...given('remembered', remembered?.fairness ? groupsOf(remembered.fairness) : undefined),
    });
  }
  if (hasLevel(wanted)) {
    const limits = {
      wanted: String(wanted.alpha),
      ...given('listed', textOf(listed.threshold)),
      ...given('remembered', textOf(remembered?.alpha)),
    };
    found.check('limit', limits, found.otherLimit);
  }
  return found;
}
