import { isOverLimit } from '../catalogue/limits.ts';
import type { Frame } from './contract.ts';
import { namedScores, nanNotice } from './score-frames.ts';
import type { Score, ScoreFramesOptions } from './score-frames.ts';
import { tableFrame } from './table.ts';
import type { Column } from './table.ts';

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

/** Labels with a place of their own; the id of a schedule has none. */
const PLACED = ['feature', 'model', 'metric', 'value_is', 'request_name', 'request'];

function label(name: string): Column<Score> {
  return [name, 'string', ({ labels }) => Object.entries(labels).find(([key]) => key === name)?.[1]];
}

/** All scores as rows of one long table: `scores` of the contract with its labels as columns. */
export function scoreTable(unsorted: readonly Score[], options: ScoreFramesOptions): Frame {
  const scores = namedScores(unsorted);
  const others = [...new Set(scores.flatMap(({ labels }) => Object.keys(labels)))];
  const columns: Array<Column<Score>> = [
    ...PLACED.slice(0, 4).map(label),
    ['value', 'number', ({ values }) => values[0]],
    [
      'p_value',
      'number',
      ({ pValue, meaning, values }) => pValue ?? (meaning.valueIs === 'p_value' ? values[0] : undefined),
    ],
    ['limit', 'number', ({ limit }) => limit?.value],
    ['limit_origin', 'string', ({ limit }) => limit?.origin],
    ['state', 'string', stateOf],
    ['n_reference', 'number', ({ nReference }) => nReference],
    ['n_current', 'number', ({ nCurrent }) => nCurrent],
    label('request_name'),
    ...others
      .filter((name) => !PLACED.includes(name))
      .sort()
      .map(label),
  ];
  const { refId, executedQueryString } = options;
  const notices = [...(options.notices ?? []), ...nanNotice(scores)];
  return tableFrame('scores', scores, columns, { refId, notices, executedQueryString, soundcheck: { role: 'scores' } });
}
