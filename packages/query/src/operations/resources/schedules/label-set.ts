import type { Dialect } from '../../../catalogue/meaning.ts';
import type { Sample, Schedule } from '../../../service/model.ts';

/**
 * A gauge's label names are fixed by its first publication, for all models of the service. A schedule whose labels
 * differ (one with a name, another without) is accepted, listed and never published: so it follows what is there.
 */
export interface LabelSet {
  /** The schedule is to carry its name. */
  named: boolean;
  /** What the user has to know about that, in sentences. */
  sentences: string[];
}

const hasName = (labels: object): boolean => Object.hasOwn(labels, 'requestName');

/**
 * Whether a new schedule may carry a name.
 * @param series Prometheus name under which it will publish
 * @param samples all that the service publishes
 * @param listed schedules of the metric, of all models; Python lists no names, so there only the series tell
 */
export function labelSetOf(
  series: string,
  samples: readonly Sample[],
  listed: readonly Schedule[],
  dialect: Dialect
): LabelSet {
  const made = (there: string): LabelSet => ({
    named: false,
    sentences: [
      `It was made without its name: ${series} is ${there}, and a schedule whose labels differ stays silent.`,
    ],
  });
  const published = samples.find(({ name }) => name === series);
  if (published !== undefined) {
    return hasName(published.labels) ? { named: true, sentences: [] } : made('published without names');
  }
  if (dialect === 'java') {
    const unnamed = listed.filter(({ requestName }) => requestName === undefined).length;
    return unnamed === 0
      ? { named: true, sentences: [] }
      : made(unnamed === listed.length ? 'listed without names' : 'listed both with and without names');
  }
  return {
    named: true,
    sentences: [
      `${series} has no value yet: if one without a name came first since the service started, or does, this schedule stays silent until it restarts.`,
    ],
  };
}
