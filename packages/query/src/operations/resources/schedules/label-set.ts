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

const hasName = (labels: object): boolean => Object.prototype.hasOwnProperty.call(labels, 'requestName');

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
  const published = samples.find(({ name }) => name === series);
  if (published !== undefined) {
    return hasName(published.labels)
      ? { named: true, sentences: [] }
      : {
          named: false,
          sentences: [
            `It was made without its name: ${series} is published without names, and the service never publishes a schedule whose labels differ.`,
          ],
        };
  }
  if (dialect === 'python') {
    return {
      named: true,
      sentences: [
        `${series} has no value yet. If it was published without names since the service started, or a listed schedule without a name comes first, this schedule stays silent until the service restarts.`,
      ],
    };
  }
  const unnamed = listed.filter(({ requestName }) => requestName === undefined);
  if (unnamed.length === 0) {
    return { named: true, sentences: [] };
  }
  return {
    named: false,
    sentences: [
      unnamed.length === listed.length
        ? `It was made without its name: the schedules of ${series} that are listed have none, and the service never publishes a schedule whose labels differ.`
        : `It was made without its name: the listed schedules of ${series} are partly named, and only those that are published first will ever have values. Delete the others.`,
    ],
  };
}
