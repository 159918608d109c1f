import { levelAt, type Heatmap } from './heatmap.ts';
import type { Level } from './level.ts';

/** How numbers and times are written where the cell is shown. */
export interface Say {
  number: (value: number) => string;
  /** Effect ÷ limit. */
  effect: (value: number) => string;
  /** Start and end of a chunk; undefined where the data has no time. */
  period: (from: number, to: number) => string | undefined;
}

/** One cell in words: what a tooltip shows and a screen reader hears. */
export interface CellWords {
  /** "Sat 12:00–18:00" or "chunk 3 of 28". */
  when: string;
  /** "over the limit", "too few rows to judge", … */
  state: string;
  /** "0.31, limit 0.063"; empty where there is no number. */
  value: string;
  /** "2.9× the limit"; empty where not judged. */
  effect: string;
  /** "312 rows"; empty where unknown. */
  rows: string;
}

const STATES: Record<Level, string> = {
  'no data': 'no data',
  few: 'too few rows to judge',
  unjudged: 'not judged',
  low: 'far below the limit',
  near: 'within the limit',
  over: 'over the limit',
  'well over': 'well over the limit',
  'far over': 'far over the limit',
};

export function levelWords(level: Level): string {
  return STATES[level];
}

export function cellWords(heatmap: Heatmap, row: number, chunk: number, say: Say): CellWords {
  const chunks = heatmap.from.length;
  const cell = row * chunks + chunk;
  const at = (values: ArrayLike<number>) => values[cell] ?? NaN;
  const value = at(heatmap.value);
  const limit = at(heatmap.limit);
  const effect = at(heatmap.effect);
  const n = at(heatmap.nCurrent);
  const known = (number: number) => !Number.isNaN(number);
  const number = known(value) ? say.number(value) : '';
  return {
    when: say.period(heatmap.from[chunk] ?? NaN, heatmap.to[chunk] ?? NaN) ?? `chunk ${chunk + 1} of ${chunks}`,
    state: levelWords(levelAt(heatmap, cell)),
    value: number && known(limit) ? `${number}, limit ${say.number(limit)}` : number,
    effect: known(effect) ? `${say.effect(effect)}× the limit` : '',
    rows: known(n) ? `${say.number(n)} ${n === 1 ? 'row' : 'rows'}` : '',
  };
}

/** The words as one line, for a live region. */
export function cellSentence(words: CellWords): string {
  return [words.when, words.state, words.effect, words.value, words.rows].filter(Boolean).join(', ');
}
