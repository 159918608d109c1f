import type { Problem } from '../data-set.ts';

/** What was wrong with counts, feature by feature, told once for all features with the same trouble. */
export class CountProblems {
  private readonly names = new Map<string, string[]>();
  private readonly remedies = new Map<string, string>();

  /** A count that is none. */
  refused(feature: string, count: number): void {
    this.note(feature, `{} left out for ${count < 0 ? 'negative' : 'infinite'} counts`, REMEDY.refused);
  }

  merged(feature: string, was: boolean): void {
    this.note(was && feature, 'Bins of {} overlap or differ between sides or chunks, and were merged', REMEDY.merged);
  }

  unusableBins(feature: string, rows: number): void {
    this.note(
      rows > 0 && feature,
      'Counts of {} without a bin (its end is not above its start) are left out',
      REMEDY.bins
    );
  }

  mixed(feature: string, bins: number): void {
    this.note(bins > 0 && feature, '{} came in bins as well as in categories; its bins are left out', REMEDY.mixed);
  }

  empty(feature: string): void {
    this.note(feature, '{} came with counts of missing rows alone, and is left out', REMEDY.empty);
  }

  untimed(feature: string): void {
    this.note(feature, 'Counts of {} without a time are left out, since others have one', REMEDY.untimed);
  }

  decreasing(feature: string, was: boolean): void {
    const what = 'Counts of {} fall with rising le; they were raised to the one before, as Prometheus does';
    this.note(was && feature, what, REMEDY.decreasing);
  }

  list(): Problem[] {
    return [...this.names].map(([pattern, names]) => ({
      what: pattern.replace('{}', listed(names)),
      remedy: this.remedies.get(pattern) ?? '',
    }));
  }

  private note(feature: string | false, pattern: string, remedy: string): void {
    if (feature !== false) {
      const names = this.names.get(pattern) ?? [];
      this.names.set(pattern, names);
      this.remedies.set(pattern, remedy);
      names.push(feature);
    }
  }
}

const REMEDY = {
  refused: 'A count is a number of rows, 0 or more: correct the query.',
  merged: 'Count both sides in the same bins for the finest picture.',
  bins: 'Give each count a start and a greater end, or leave both empty for missing rows.',
  mixed: 'Count a feature in one way only.',
  empty: 'Add the counts of its bins or categories.',
  untimed: 'Give each count the start of its chunk.',
  decreasing: 'Take all buckets of one scrape, and one instance at a time.',
} as const;

const MOST_NAMES = 5;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}
