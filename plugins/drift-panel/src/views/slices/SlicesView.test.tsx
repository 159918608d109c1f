import React from 'react';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { detailOf, tempoSlices } from '../../testing/details.ts';
import '../../testing/resize-observer.ts';
import { sceneOf } from '../../testing/scenes.ts';
import type { SliceReport } from '../../report/slices.ts';
import type { Selection } from '../scene.ts';
import SlicesView from './SlicesView.tsx';

interface More {
  slices?: SliceReport;
  selection?: Selection;
  width?: number;
  filter?: (column: string, value: string) => void;
}

function draw({ slices = tempoSlices(), selection = { feature: 'tempo' }, width = 700, filter }: More = {}) {
  const select = jest.fn();
  const scene = sceneOf({ detail: detailOf({ slices }), selection });
  const actions = { ...scene.actions, select, ...(filter && { filter }) };
  return { select, ...render(<SlicesView scene={{ ...scene, actions }} width={width} height={200} />) };
}

it('says what carries the drift and lists the slices in the order of the report', () => {
  draw();
  expect(screen.getByText(/^country carries it: BR alone 41 %/)).toBeInTheDocument();
  expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(
    tempoSlices().rows.map(({ column, value }) => `${column} = ${value ?? 'missing'}`)
  );
  expect(
    screen.getByRole('row', { name: 'country = BR 160 v 450 +0.800 bpm −6.20 bpm drift <0.001' })
  ).toBeInTheDocument();
});

it('bars of mix and within share one scale over all rows', () => {
  const { container } = draw();
  const bars = [...container.querySelectorAll('rect[data-value]')];
  const scale = Number(bars[1]?.getAttribute('width')) / 6.2;
  expect(bars).toHaveLength(10);
  for (const bar of bars) {
    const value = Number(bar.getAttribute('data-value'));
    expect(Number(bar.getAttribute('width'))).toBeCloseTo(Math.abs(value) * scale, 6);
  }
});

it('a click, or Enter on its name, chooses a slice; once more takes it back', () => {
  const { select } = draw({ selection: { feature: 'tempo', slice: { column: 'country', value: 'BR' } } });
  const name = (text: string) => screen.getByRole('button', { name: text });
  fireEvent.click(name('device = desktop'));
  expect(select).toHaveBeenLastCalledWith({ slice: { column: 'device', value: 'desktop' } });
  fireEvent.click(screen.getByRole('row', { name: /^country = missing/ }));
  expect(select).toHaveBeenLastCalledWith({ slice: { column: 'country', value: null } });
  expect(name('country = BR')).toHaveAttribute('aria-pressed', 'true');
  fireEvent.click(name('country = BR'));
  expect(select).toHaveBeenLastCalledWith({ slice: undefined });
  expect(select).toHaveBeenCalledTimes(3);
});

it('filters the dashboard where it can, without choosing the slice; rows without a value cannot be filtered', () => {
  const filter = jest.fn();
  const { select } = draw({ filter });
  expect(screen.getAllByRole('button', { name: /^Filter the dashboard/ })).toHaveLength(4);
  fireEvent.click(screen.getByRole('button', { name: 'Filter the dashboard to country = BR' }));
  expect(filter).toHaveBeenCalledWith('country', 'BR');
  expect(select).not.toHaveBeenCalled();
});

it('has no filter where the dashboard has none', () => {
  draw();
  expect(screen.queryByRole('button', { name: /^Filter/ })).not.toBeInTheDocument();
});

it('of text, changes are percentage points of a named category', () => {
  const report = tempoSlices();
  const rows = report.rows.map((row) => ({ ...row, mix: 0.012, within: -0.2 }));
  draw({ slices: { ...report, rows, category: 'pop' } });
  expect(screen.getByText(/change of the share of pop, percentage points/)).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /^country = BR 160 v 450 \+1\.2 −20 / })).toBeInTheDocument();
});

it('keeps everything in a narrow panel', () => {
  draw({ width: 284 });
  const row = within(screen.getByRole('row', { name: /^country = BR/ }));
  expect(row.getByText(/, p <0\.001 · 160 v 450/)).toHaveTextContent(/^drift, p <0\.001/);
  expect(row.getByText('−6.20 bpm')).toBeInTheDocument();
});

it('shows the first twenty, and all on request', () => {
  const rows = tempoSlices().rows.slice(0, 1);
  const many = Array.from({ length: 45 }, (_, i) => rows.map((row) => ({ ...row, value: `v${i}` }))).flat();
  draw({ slices: { sentence: '', rows: many } });
  expect(screen.getAllByRole('rowheader')).toHaveLength(20);
  fireEvent.click(screen.getByRole('button', { name: 'Show all 45 slices' }));
  expect(screen.getAllByRole('rowheader')).toHaveLength(45);
});

it('says why there are none, in the words of the report', () => {
  render(
    <SlicesView
      scene={sceneOf({ detail: detailOf({ slices: { absent: 'Slices need rows.' } }) })}
      width={600}
      height={100}
    />
  );
  expect(screen.getByText('Slices need rows.')).toBeInTheDocument();
});
