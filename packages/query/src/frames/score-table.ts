import { isOverLimit } from '../catalogue/limits.ts';
import type { Frame } from './contract.ts';
import { namedScores, nanNotice } from './score-frames.ts';
import type { Score, ScoreFramesOptions } from './score-frames.ts';
import { numbers, tableFrame, texts } from './table.ts';

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

/** Label columns with a place of their own; the id of a schedule has none. */
const PLACED = ['feature', 'model', 'metric', 'value_is', 'request_name', 'request'];

/** All scores as rows of one long table: `scores` of the contract with its labels as columns. */
export function scoreTable(unsorted: readonly Score[], options: ScoreFramesOptions): Frame {
  const scores = namedScores(unsorted);
  const label = (name: string) =>
    texts(
      name,
      scores.map(({ labels }) => Object.entries(labels).find(([key]) => key === name)?.[1])
    );
  const others = [...new Set(scores.flatMap(({ labels }) => Object.keys(labels)))];
  const { refId, notices = [], executedQueryString } = options;
  return tableFrame({
    refId,
    name: 'scores',
    fields: [
      ...PLACED.slice(0, 4).map(label),
      numbers(
        'value',
        scores.map(({ values }) => values[0])
      ),
      numbers(
        'p_value',
        scores.map(({ pValue }) => pValue)
      ),
      numbers(
        'limit',
        scores.map(({ limit }) => limit?.value)
      ),
      texts(
        'limit_origin',
        scores.map(({ limit }) => limit?.origin)
      ),
      texts('state', scores.map(stateOf)),
      numbers(
        'n_reference',
        scores.map(({ nReference }) => nReference)
      ),
      numbers(
        'n_current',
        scores.map(({ nCurrent }) => nCurrent)
      ),
      label('request_name'),
      ...others
        .filter((name) => !PLACED.includes(name))
        .sort()
        .map(label),
    ],
    notices: [...notices, ...nanNotice(scores)],
    executedQueryString,
    soundcheck: { role: 'scores' },
  });
}
