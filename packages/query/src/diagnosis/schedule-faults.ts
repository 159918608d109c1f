import type { Schedule } from '../service/model.ts';
import type { Evidence } from './evidence.ts';
import { about, finding, isDrift, listed, nameOf, seriesOf } from './view.ts';
import type { Rule } from './view.ts';

/** Python computes the mean of this too, though it is no column of the model. */
const TIME_COLUMN = 'unix_timestamp';

/**
 * Columns that a schedule names and the model no longer has by that name. Java's drift metrics compute every numeric
 * column whatever they are given, so nothing can be wrong there.
 */
function unknownColumns({ dialect, info }: Evidence, schedule: Schedule): string[] {
  if (info === undefined || info.columns.length === 0 || (dialect === 'java' && isDrift(schedule))) {
    return [];
  }
  const names = new Set([TIME_COLUMN, ...info.columns.map(({ name }) => name)]);
  return (schedule.features ?? []).filter((feature) => !names.has(feature));
}

export const unknownColumn: Rule = (view) =>
  view.own.flatMap((schedule) => {
    const unknown = unknownColumns(view, schedule);
    if (unknown.length === 0) {
      return [];
    }
    const renamed = view.info?.columns.filter(({ raw }) => unknown.includes(raw)).map(({ name }) => name) ?? [];
    const now = renamed.length > 0 ? ` (now ${listed(renamed)})` : '';
    const frozen = seriesOf(view, schedule).length > 0 ? 'its values are frozen' : 'it is never computed';
    const effect = view.dialect === 'java' ? 'it fails and ends the tick, which freezes others too' : frozen;
    const sentence = `${nameOf(schedule)} asks for ${listed(unknown)}${now}, and ${view.model} has no such column: ${effect}.`;
    const next = 'Delete the schedule and create it with the names in force.';
    return [{ ...finding('unknown column', about(view, schedule), sentence, next), severity: 'error' as const }];
  });

/** The schedule has no value, and no row carries its tag. */
function hasUnknownTag(evidence: Evidence, schedule: Schedule): boolean {
  const { tags, info } = evidence;
  return (
    tags !== undefined &&
    info !== undefined &&
    info.error === undefined &&
    schedule.referenceTag !== undefined &&
    !tags.some(({ name, rows }) => name === schedule.referenceTag && rows > 0) &&
    seriesOf(evidence, schedule).length === 0
  );
}

export const unknownTag: Rule = (view) =>
  view.own
    .filter((schedule) => hasUnknownTag(view, schedule))
    .map((schedule) => {
      const known = (view.tags ?? []).filter(({ kind }) => kind === 'reference').map(({ name }) => name);
      const sentence = `${nameOf(schedule)} compares with the reference ${schedule.referenceTag ?? ''}, which no row of ${view.model} has; it has ${listed(known) || 'no reference'}.`;
      const next =
        'Upload reference rows with this tag, or create the schedule with another. Tags are read every ten minutes.';
      return { ...finding('unknown tag', about(view, schedule), sentence, next), severity: 'error' as const };
    });

/** Schedules that should have values: nothing known is wrong with them. */
export function soundSchedules(evidence: Evidence, schedules: readonly Schedule[]): Schedule[] {
  return schedules.filter((one) => unknownColumns(evidence, one).length === 0 && !hasUnknownTag(evidence, one));
}

/** Java needs more reference rows than MMD's own window, 168, and one more. */
const MMD_REFERENCE = 169;

/** Why a Java schedule fails and so ends every tick, or undefined where nothing speaks for it. */
export function failureOf(evidence: Evidence, schedule: Schedule): string | undefined {
  const [column] = unknownColumns(evidence, schedule);
  const reference = evidence.tags?.find(({ name }) => name === schedule.referenceTag)?.rows ?? Infinity;
  if (column !== undefined) {
    return `asks for ${column}, which is no column`;
  }
  const least = schedule.metric === 'mmd' ? MMD_REFERENCE + 1 : schedule.metric === 'compare-means' ? 2 : 0;
  return reference < least ? `needs ${least} reference rows and has ${reference}` : undefined;
}
