import { act, renderHook } from '@testing-library/react';
import type { Report } from '../report/report.ts';
import { useSelection, type Outside } from './use-selection.ts';

const report: Report = {
  ...{ tone: 'calm', headline: '', trust: '', understood: '', notices: [], choices: [], effectTitle: '', effectMax: 1 },
  features: ['tempo', 'energy'].map((feature, row) => ({
    ...{ feature, kind: 'numeric', state: 'no drift', why: '', effectText: '–', pText: '–', numbers: '', flags: [] },
    ...{ row, result: { feature, state: 'no drift' } },
  })),
  orders: { drift: [0, 1], name: [1, 0], cluster: [0, 1], 'first-over': [0, 1] },
  heatmap: {
    ...{ title: '', from: Float64Array.of(0, 10), to: Float64Array.of(10, 20), effect: new Float32Array(4) },
    ...{
      level: new Uint8Array(4),
      value: new Float64Array(4),
      limit: new Float64Array(4),
      nCurrent: new Float64Array(4),
    },
  },
  quality: [],
  scatter: { absent: '' },
};

function hook(change: Partial<Outside> = {}) {
  const set: Array<Record<string, string>> = [];
  const times: object[] = [];
  const outside: Outside = {
    link: { featureVariable: '', sliceVariable: '', chunkSetsTime: false },
    setVariables: (values) => set.push(values),
    setTime: (span) => times.push(span),
    featureVariable: '',
    ...change,
  };
  const view = renderHook((props: Outside) => useSelection(report, props), { initialProps: outside });
  return { ...view, outside, set, times };
}

const slice = { column: 'country', value: 'BR' };

it('sets the variables that the options name, as the choice changes', () => {
  const link = { featureVariable: 'feature', sliceVariable: 'country', chunkSetsTime: false };
  const { result, set } = hook({ link });
  act(() => result.current.select({ feature: 'energy' }));
  act(() => result.current.select({ slice }));
  act(() => result.current.select({ slice: undefined }));
  expect(set).toEqual([
    { feature: 'energy' },
    { feature: 'energy', country: 'BR' },
    { feature: 'energy', country: '' },
  ]);
});

it('sets none where no option names one', () => {
  const { result, set } = hook();
  act(() => result.current.select({ feature: 'energy', slice }));
  expect(set).toEqual([{}]);
});

it('follows a variable that somebody else set, until the viewer chooses', () => {
  const { result, rerender, outside } = hook();
  rerender({ ...outside, featureVariable: 'energy' });
  expect(result.current.selection.feature).toBe('energy');
  act(() => result.current.select({ feature: 'tempo' }));
  rerender({ ...outside, featureVariable: 'energy' });
  expect(result.current.selection.feature).toBe('tempo');
});

it('a chunk sets the time range where the option says so, and is then all that there is', () => {
  const link = { featureVariable: '', sliceVariable: '', chunkSetsTime: true };
  const { result, times } = hook({ link });
  act(() => result.current.select({ chunk: 1 }));
  expect(times).toEqual([{ from: 10, to: 20 }]);
  expect(result.current.selection.chunk).toBeUndefined();
});

it('keeps the time range otherwise, and goes back step by step', () => {
  const { result, times } = hook();
  act(() => result.current.select({ feature: 'energy', chunk: 1, slice }));
  expect(times).toEqual([]);
  const steps = [result.current.selection];
  for (let more = true; more;) {
    act(() => {
      more = result.current.back();
    });
    steps.push(result.current.selection);
  }
  expect(steps.slice(0, 4)).toEqual([
    { feature: 'energy', chunk: 1, slice },
    { feature: 'energy', chunk: 1 },
    { feature: 'energy' },
    { feature: 'tempo' },
  ]);
});
