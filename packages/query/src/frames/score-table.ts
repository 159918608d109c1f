import { isOverLimit } from '../catalogue/limits.ts';
import type { Field, Frame } from './contract.ts';
import { namedScores, nanNotice } from './score-frames.ts';
import type { Score, ScoreFramesOptions } from './score-frames.ts';

/** The verdict in one of the words of the drift panel. */
function stateOf({ meaning, limit, values }: Score): string {
  const value = values[0] ?? NaN;
  if (Number.isNaN(value)) {
    return 'no data';
  }
  if (limit === undefined) {
    return 'unknown scale';
  }
  return isOverLimit(meaning, value, limit.value) ? 'drift' : 'no drift';
}

/** All scores as rows of one long table: `scores` of the contract with its labels as columns. */
export function scoreTable(unsorted: readonly Score[], options: ScoreFramesOptions): Frame {
  const scores = namedScores(unsorted);
  const texts = (name: string, read: (score: Score) => string | undefined): Field => ({
    name,
    type: 'string',
    values: scores.map((score) => read(score) ?? null),
  });
  const numbers = (name: string, read: (score: Score) => number | undefined): Field => ({
    name,
    type: 'number',
    values: scores.map((score) => read(score) ?? null),
  });
  const label = (name: string) =>
    texts(name, ({ labels }) => Object.entries(labels).find(([key]) => key === name)?.[1]);
  const fixed = ['feature', 'model', 'metric', 'value_is', 'request_name', 'request'];
  const others = [...new Set(scores.flatMap(({ labels }) => Object.keys(labels)))].filter(
    (name) => !fixed.includes(name)
  );
  const notices = [...(options.notices ?? []), ...nanNotice(scores)];
  return {
    name: 'scores',
    refId: options.refId,
    fields: [
      ...['feature', 'model', 'metric', 'value_is'].map(label),
      numbers('value', ({ values }) => values[0]),
      numbers('p_value', ({ pValue }) => pValue),
      numbers('limit', ({ limit }) => limit?.value),
      texts('limit_origin', ({ limit }) => limit?.origin),
      texts('state', stateOf),
      numbers('n_reference', ({ nReference }) => nReference),
      numbers('n_current', ({ nCurrent }) => nCurrent),
      label('request_name'),
      ...others.sort().map(label),
    ],
    meta: {
      custom: { soundcheck: { contract: 1, role: 'scores' } },
      preferredVisualisationType: 'table',
      ...(notices.length > 0 ? { notices } : {}),
      ...(options.executedQueryString === undefined ? {} : { executedQueryString: options.executedQueryString }),
    },
  };
}
