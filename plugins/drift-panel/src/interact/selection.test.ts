import type { Report } from '../report/report.ts';
import { chosenAfter, chosenBefore, selectionIn, spanOf } from './selection.ts';

function report(features: string[], from: number[] = [0, 10, 20]): Report {
  return {
    ...{
      tone: 'calm',
      headline: '',
      trust: '',
      understood: '',
      notices: [],
      choices: [],
      effectTitle: '',
      effectMax: 1,
    },
    features: features.map((feature, row) => ({
      ...{
        feature,
        kind: 'numeric',
        state: 'no drift',
        why: '',
        effectText: '–',
        pText: '–',
        numbers: '',
        flags: [],
        row,
      },
      result: { feature, state: 'no drift' },
    })),
    orders: { drift: [], name: [], cluster: [], 'first-over': [] },
    heatmap: {
      title: '',
      from: Float64Array.from(from),
      to: Float64Array.from(from, (start) => start + 10),
      ...{ effect: new Float32Array(), level: new Uint8Array(), value: new Float64Array() },
      ...{ limit: new Float64Array(), nCurrent: new Float64Array() },
    },
    quality: [],
    scatter: { absent: '' },
  };
}

const slice = { column: 'country', value: 'BR' };

it('looks at the feature with the largest effect until one is chosen, and where the chosen one is gone', () => {
  expect(selectionIn(report(['tempo', 'energy']), {})).toEqual({ feature: 'tempo' });
  expect(selectionIn(report(['tempo', 'energy']), { feature: 'energy' })).toEqual({ feature: 'energy' });
  expect(selectionIn(report(['tempo']), { feature: 'energy', slice })).toEqual({ feature: 'tempo' });
  expect(selectionIn(report([]), {})).toEqual({});
});

it('keeps a chunk by its time when the chunks move, and drops it when it is gone', () => {
  const chosen = chosenAfter(report(['tempo']), {}, { chunk: 1 });
  expect(chosen).toEqual({ feature: 'tempo', chunk: { from: 10, to: 20 } });
  expect(selectionIn(report(['tempo'], [10, 20]), chosen).chunk).toBe(0);
  expect(selectionIn(report(['tempo'], [15, 25]), chosen).chunk).toBeUndefined();
});

it.each([
  ['a new feature drops the slice and keeps the chunk', { feature: 'energy' }, { feature: 'energy', chunk: 1 }],
  ['the same feature keeps both', { feature: 'tempo' }, { feature: 'tempo', chunk: 1, slice }],
  ['an explicit undefined drops that part', { chunk: undefined }, { feature: 'tempo', slice }],
  ['no feature: back to the largest effect', { feature: undefined }, { feature: 'tempo', chunk: 1 }],
])('%s', (_, change, selection) => {
  const before = { feature: 'tempo', chunk: { from: 10, to: 20 }, slice };
  const data = report(['tempo', 'energy']);
  expect(selectionIn(data, chosenAfter(data, before, change))).toEqual(selection);
});

it('goes back by slice, chunk, feature, and then no further', () => {
  const chunk = { from: 10, to: 20 };
  const steps = [];
  for (let now = chosenBefore({ feature: 'tempo', chunk, slice }); now; now = chosenBefore(now)) {
    steps.push(now);
  }
  expect(steps).toEqual([{ feature: 'tempo', chunk }, { feature: 'tempo' }, {}]);
});

it('knows the bounds of a chunk', () => {
  expect(spanOf(report([]), 2)).toEqual({ from: 20, to: 30 });
  expect(spanOf(report([]), 3)).toBeUndefined();
  expect(spanOf({ ...report([]), heatmap: { absent: 'No time.' } }, 0)).toBeUndefined();
});
