import fc from 'fast-check';
import type { OverTimePoint } from '../../report/history.ts';
import { LEVELS, type Level } from '../../report/level.ts';
import { kindOf, stateRuns } from './state-runs.ts';

const over = (level: Level) => ['over', 'well over', 'far over'].includes(level);

function points(levels: readonly Level[]): OverTimePoint[] {
  return levels.map((level, at) => ({ from: at, to: at + 1, y: 1, limit: 1, level, over: over(level), title: '' }));
}

it('joins neighbours of one state and keeps the furthest level', () => {
  expect(stateRuns(points(['low', 'over', 'far over', 'well over', 'few', 'few', 'near', 'no data']))).toEqual([
    { kind: 'over', from: 1, to: 4, level: 'far over' },
    { kind: 'few', from: 4, to: 6, level: 'few' },
    { kind: 'no data', from: 7, to: 8, level: 'no data' },
  ]);
});

it('parts runs where time has a hole', () => {
  const [first, second] = points(['over', 'over']);
  const moved = second && { ...second, from: 5, to: 6 };
  expect(stateRuns([first, moved].flatMap((one) => one ?? []))).toHaveLength(2);
});

it('covers exactly the chunks that have a state to tell', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...LEVELS), { maxLength: 50 }), (levels) => {
      const list = points(levels);
      const runs = stateRuns(list);
      for (const point of list) {
        const holding = runs.filter(({ from, to }) => from <= point.from && point.to <= to);
        expect(holding.map(({ kind }) => kind)).toEqual([kindOf(point)].filter((kind) => kind !== undefined));
      }
    })
  );
});
