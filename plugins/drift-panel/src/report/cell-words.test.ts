import { cellSentence, cellWords, levelWords, type Say } from './cell-words.ts';
import type { Heatmap } from './heatmap.ts';
import { LEVELS, levelIndex, type Level } from './level.ts';

const say: Say = {
  number: (value) => String(value),
  effect: (value) => value.toFixed(1),
  period: (from, to) => (Number.isNaN(from) ? undefined : `${from}–${to}`),
};

function cell(level: Level, [effect, value, limit, n]: number[], from = 10): Heatmap {
  return {
    title: '',
    from: Float64Array.of(from),
    to: Float64Array.of(from + 6),
    effect: Float32Array.of(effect ?? NaN),
    level: Uint8Array.of(levelIndex(level)),
    value: Float64Array.of(value ?? NaN),
    limit: Float64Array.of(limit ?? NaN),
    nCurrent: Float64Array.of(n ?? NaN),
  };
}

it.each([
  ['far over', [2.9, 0.31, 0.1, 312], 10, '10–16, far over the limit, 2.9× the limit, 0.31, limit 0.1, 312 rows'],
  ['few', [NaN, NaN, NaN, 9], 10, '10–16, too few rows to judge, 9 rows'],
  ['low', [0, 0, 0.1, 1], 10, '10–16, far below the limit, 0.0× the limit, 0, limit 0.1, 1 row'],
  ['unjudged', [NaN, 0.31, NaN, NaN], 10, '10–16, not judged, 0.31'],
  ['no data', [NaN, NaN, NaN, NaN], NaN, 'chunk 1 of 1, no data'],
] as const)('says a cell: %s', (level, numbers, from, sentence) => {
  expect(cellSentence(cellWords(cell(level, [...numbers], from), 0, 0, say))).toBe(sentence);
});

it('has words of its own for every level', () => {
  expect(new Set(LEVELS.map(levelWords)).size).toBe(LEVELS.length);
});

it('takes the cell of its row and chunk', () => {
  const heatmap: Heatmap = {
    ...cell('low', []),
    from: Float64Array.of(0, 6),
    to: Float64Array.of(6, 12),
    level: Uint8Array.from((['low', 'near', 'over', 'few'] as const).map(levelIndex)),
  };
  const states = [0, 1].flatMap((row) => [0, 1].map((chunk) => cellWords(heatmap, row, chunk, say).state));
  expect(states).toEqual((['low', 'near', 'over', 'few'] as const).map(levelWords));
});
