import { formatCount } from '../catalogue/limits.ts';
import type { Diagnosis } from './diagnosis.ts';
import { rowsOf } from '../service/tag-rows.ts';
import { about, counted, finding, isDrift, listed, nameOf, wasSeen } from './view.ts';
import type { Rule, View } from './view.ts';

/** Python keeps the tags of an upload that fails half-way: they then count more rows than are stored. */
export const halfWritten: Rule = ({ dialect, model, info, tags }) => {
  const tagged = rowsOf(tags ?? []);
  if (dialect !== 'python' || info === undefined || info.error !== undefined || tagged <= info.observations) {
    return [];
  }
  const sentence = `The tags of ${model} count ${counted(tagged, 'row')} but only ${formatCount(info.observations)} are stored: an upload failed half-way and numbers of this model cannot be trusted.`;
  const next =
    "Look for a null or a missing column in what was sent, remove the model's data from the service's storage and upload them again.";
  return [{ ...finding('half-written rows', { model }, sentence, next), severity: 'error' }];
};

/** Not in `/info`. A Java service that has known the model is left to `noInferenceSinceRestart`. */
function unknownModel(view: View): Diagnosis[] {
  const { dialect, model, models, own } = view;
  if (dialect === 'java' && (own.length > 0 || wasSeen(view))) {
    return [];
  }
  const others = models && models.length > 0 ? listed(models) : 'no model';
  const restarted =
    dialect === 'java' ? ' After a restart a Java service on a volume lists it with its next inference.' : '';
  const next = `Check the name, upload its reference data and send inferences.${restarted}`;
  return [finding('no data yet', { model }, `TrustyAI knows no data of ${model}; it knows ${others}.`, next)];
}

/** The model is not listed, cannot be read, or has no row to compare. */
export const noDataYet: Rule = (view) => {
  const { model, info, inferences, references, tags } = view;
  if (info === undefined) {
    return unknownModel(view);
  }
  if (info.error !== undefined) {
    const sentence = `TrustyAI cannot read the data of ${model}: ${info.error}`;
    return [
      finding(
        'no data yet',
        { model },
        sentence,
        "See the service's log and storage: it computes nothing of this model."
      ),
    ];
  }
  if ((inferences ?? info.observations) > 0) {
    return [];
  }
  const untagged = rowsOf(tags ?? [], 'untagged');
  const idle = untagged > 0 ? `, ${counted(untagged, 'untagged row')} that count for nothing` : '';
  const sentence = `${model} has ${counted(references, 'reference row')}${idle} and no inference yet: there is nothing to compare.`;
  const next = 'Send inferences and check that the model server logs them to TrustyAI; values follow at its next tick.';
  return [finding('no data yet', { model }, sentence, next)];
};

/** A test needs two rows on both sides; with fewer Java says p = 1 and Python nothing or nonsense. */
export const fewRows: Rule = (view) =>
  view.own.filter(isDrift).flatMap((schedule) => {
    // Python counts reference rows into the window, Java does not.
    const available = (view.inferences ?? Infinity) + (view.dialect === 'python' ? view.references : 0);
    const { batchSize = Infinity } = schedule;
    const current = Math.min(batchSize > 0 ? batchSize : Infinity, available);
    const reference = view.tags?.find(({ name }) => name === schedule.referenceTag)?.rows ?? Infinity;
    if (current > 1 && reference > 1) {
      return [];
    }
    const [n, side] = current > 1 ? [reference, 'reference'] : [current, 'window'];
    const sentence = `${nameOf(schedule)} has ${counted(n, 'row')} in its ${side}: a test needs 2 on both sides, so its value means nothing.`;
    const next = current > 1 ? 'Upload a larger reference.' : 'Use a window of more rows, and wait for inferences.';
    return [finding('fewer than 2 rows', about(view, schedule), sentence, next)];
  });
