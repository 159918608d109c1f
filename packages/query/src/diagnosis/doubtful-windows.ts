import { formatCount } from '../catalogue/limits.ts';
import type { Schedule } from '../service/model.ts';
import { about, counted, finding, isDrift } from './view.ts';
import type { Rule } from './view.ts';

/** Schedules by their window, so that one finding covers all metrics with the same one. */
function byBatch(schedules: readonly Schedule[]): Array<[number, Schedule[]]> {
  const groups = new Map<number, Schedule[]>();
  for (const schedule of schedules) {
    const { batchSize = 0 } = schedule;
    if (batchSize > 0) {
      groups.set(batchSize, [...(groups.get(batchSize) ?? []), schedule]);
    }
  }
  return [...groups];
}

/** Python takes the last rows of everything: with fewer inferences than the window, the reference is compared with itself. */
export const referenceInWindow: Rule = (view) => {
  const { dialect, model, own, inferences = Infinity, references } = view;
  if (dialect !== 'python' || references === 0) {
    return [];
  }
  return byBatch(own)
    .filter(([batch]) => batch > inferences)
    .map(([batch, schedules]) => {
      const sentence = `The window of ${formatCount(batch)} rows is larger than the ${counted(inferences, 'inference')} of ${model}: it holds ${counted(Math.min(batch - inferences, references), 'reference row')} too, which hides drift.`;
      const next = `Wait for more inferences, or use a window of ${formatCount(Math.max(2, inferences))} rows.`;
      return finding('reference rows in the window', about(view, ...schedules), sentence, next);
    });
};

/** Rows of Java's own MMD window (its parameter nWindow). */
const MMD_WINDOW = 168;

/** Java's MMD finds drift in undrifted data where the current rows are fewer than its own window. */
export const shortWindow: Rule = (view) => {
  const { dialect, model, own, inferences = Infinity } = view;
  const mmd = own.filter(({ metric }) => dialect === 'java' && metric === 'mmd');
  return byBatch(mmd)
    .filter(([batch]) => Math.min(batch, inferences) < MMD_WINDOW)
    .map(([batch, schedules]) => {
      const sentence = `Fourier MMD for ${model} has ${counted(Math.min(batch, inferences), 'current row')}, fewer than its own window of ${MMD_WINDOW}: it then finds drift where there is none.`;
      const next = `Use a window of ${MMD_WINDOW} rows or more, and wait for as many inferences.`;
      return finding('window too short', about(view, ...schedules), sentence, next);
    });
};

/** Java: beyond its batch limit the reference is looked for among the wrong rows (volume) or not found (database). */
export const wrongRows: Rule = (view) => {
  const { dialect, model, info, own, oneShot, serviceBatchSize } = view;
  const drift = own.filter(isDrift);
  if (dialect !== 'java' || info === undefined || drift.length === 0 || info.observations <= serviceBatchSize) {
    return [];
  }
  // The others keep the reference that they fitted at their first tick.
  const unreliable = oneShot ? drift : drift.filter(({ metric }) => metric === 'ks');
  const fitted = unreliable.length === 0;
  const effect = fitted
    ? 'Schedules of this metric are right only if they were made before.'
    : oneShot
      ? 'This number is unreliable.'
      : 'The numbers of the KS test are unreliable.';
  const sentence = `${model} holds ${counted(info.observations, 'row')}, and a Java service looks for the reference among the last ${formatCount(serviceBatchSize)}: beyond, it takes inferences for it (volume) or finds none (database). ${effect}`;
  const next =
    'Let the operator raise SERVICE_BATCH_SIZE (then set it in this data source), or rely on schedules of the other drift metrics made before.';
  const subject = about(view, ...(fitted ? drift : unreliable));
  return [
    { ...finding('tags paired with wrong rows', subject, sentence, next), severity: fitted ? 'info' : 'warning' },
  ];
};
