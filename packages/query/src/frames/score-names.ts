import type { Score } from './score-frames.ts';
import type { ScoreLabels } from './contract.ts';

type Texts = Readonly<Record<string, string | undefined>>;

/** Labels that tell scores of one feature apart, in the order in which they join the name. A UUID never does. */
const DISTINGUISHING = [
  'model',
  'namespace',
  'metric',
  'value_is',
  'outcome',
  'privileged',
  'unprivileged',
  'request_name',
];

function timesByText(texts: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const text of texts) {
    times.set(text, (times.get(text) ?? 0) + 1);
  }
  return times;
}

/** What still is the same gets a number: schedules without a name that differ in their id only. */
function numbered(names: readonly string[]): string[] {
  const total = timesByText(names);
  const seen = new Map<string, number>();
  return names.map((name) => {
    const place = (seen.get(name) ?? 0) + 1;
    seen.set(name, place);
    return total.get(name) === 1 ? name : `${name} · ${place}`;
  });
}

/** The feature, with as many more labels as it takes to tell the scores apart. */
export function displayNames(scores: readonly Score[]): string[] {
  const labels = scores.map((score): Texts => ({ ...score.labels }));
  let names = scores.map((score) => score.labels.feature);
  for (const label of DISTINGUISHING) {
    if (new Set(names).size === names.length) {
      return names;
    }
    if (new Set(labels.map((one) => one[label])).size > 1) {
      names = names.map((name, i) => (labels[i]?.[label] ? `${name} · ${labels[i][label]}` : name));
    }
  }
  return numbered(names);
}

/**
 * Labels that stay when a schedule is made again: its id, a UUID, is left out unless two scores would then have the same
 * labels, which alert rules refuse.
 */
export function stableLabels(all: readonly ScoreLabels[]): ScoreLabels[] {
  const stable = all.map(({ request: _, ...rest }): ScoreLabels => rest);
  const keys = stable.map((labels) => JSON.stringify(Object.entries(labels).sort()));
  const times = timesByText(keys);
  return all.map((labels, i) => (times.get(keys[i] ?? '') === 1 ? (stable[i] ?? labels) : labels));
}
