import React from 'react';
import '../../testing/resize-observer.ts';
import { fireEvent, render, screen, within } from '@testing-library/react';
import type { Scatter } from '../../report/scatter.ts';
import { scatterOf, timeScene } from '../../testing/histories.ts';
import ScatterView from './ScatterView.tsx';

const scatter = scatterOf();

/** Draws, and keeps what is chosen. */
function draw(shown: Scatter = scatter): unknown[] {
  const selected: unknown[] = [];
  const scene = timeScene({ scatter: shown });
  const actions = { ...scene.actions, select: (change: object) => void selected.push(change) };
  render(<ScatterView scene={{ ...scene, actions }} width={700} height={400} />);
  return selected;
}

function placeOf(feature: string): [x: number, y: number] {
  const at = document.querySelector(`[data-feature="${feature}"]`)?.getAttribute('transform') ?? '';
  const [, x, y] = /translate\(([^,]+),([^)]+)\)/.exec(at) ?? [];
  return [Number(x), Number(y)];
}

it('puts each point where its numbers are', () => {
  draw();
  const [a, b] = [scatter.points[0], scatter.points[1]];
  const [ax, ay] = placeOf(a?.feature ?? '');
  const [bx, by] = placeOf(b?.feature ?? '');
  for (const { feature, x, y } of scatter.points) {
    const [px, py] = placeOf(feature);
    expect((px - ax) / (bx - ax)).toBeCloseTo((x - (a?.x ?? 0)) / ((b?.x ?? 0) - (a?.x ?? 0)), 6);
    expect((py - ay) / (by - ay)).toBeCloseTo((y - (a?.y ?? 0)) / ((b?.y ?? 0) - (a?.y ?? 0)), 6);
  }
});

it('names the drifted, the limit and both axes, and explains the shapes', () => {
  draw();
  const plot = within(screen.getByRole('img', { name: /^effect ÷ limit against importance\. tempo drifted/ }));
  for (const text of ['tempo', 'acousticness', 'danceability', 'limit', 'importance →']) {
    expect(plot.getByText(text)).toBeInTheDocument();
  }
  expect(screen.getByText('↑ effect ÷ limit')).toBeInTheDocument();
  for (const text of ['drift', 'possible drift', 'no drift']) {
    expect(screen.getByText(text, { selector: 'span' })).toBeInTheDocument();
  }
  const shapes = ['tempo', 'valence', 'acousticness', 'key'].map((feature) =>
    [...document.querySelectorAll(`[data-feature="${feature}"] path`)].map((path) => path.getAttribute('d'))
  );
  expect(shapes[0]).toEqual(shapes[2]);
  expect(new Set(shapes.map(String)).size).toBe(3);
});

it('says the same as a table', () => {
  draw();
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.lastElementChild?.textContent)).toEqual(scatter.points.map(({ title }) => title));
});

it('chooses by click and by keyboard', () => {
  const selected = draw();
  const list = screen.getByRole('listbox', { name: 'Features' });
  const [x, y] = placeOf('acousticness');
  fireEvent(list, new MouseEvent('pointermove', { bubbles: true, clientX: x + 3, clientY: y - 3 }));
  expect(screen.getByRole('tooltip')).toHaveTextContent(/^acousticness: effect/);
  fireEvent.click(list);
  fireEvent.keyDown(list, { key: 'End' });
  // The most important one stands furthest to the right.
  const active = document.getElementById(list.getAttribute('aria-activedescendant') ?? '');
  expect(active).toHaveAccessibleName(/^tempo: effect/);
  expect(active).toHaveAttribute('aria-selected', 'true');
  fireEvent.keyDown(list, { key: 'Enter' });
  expect(selected).toEqual([{ feature: 'acousticness' }, { feature: 'tempo' }]);
});

it('keeps an infinite effect at the end of the axis and leaves out what has no number', () => {
  const base = { state: 'drift' as const, title: '' };
  const points = [
    { feature: 'a', x: 0.1, y: Infinity, ...base },
    { feature: 'b', x: 0.2, y: 2, ...base },
    { feature: 'c', x: NaN, y: 2, ...base },
  ];
  draw({ ...scatter, points });
  expect(placeOf('a')[1]).toBe(0);
  expect(document.querySelectorAll('[data-feature]')).toHaveLength(2);
});

it('puts far effects on a scale of equal ratios, with the limit among its ticks', () => {
  const at = (feature: string, y: number) => ({ feature, x: 0.1, y, state: 'drift' as const, title: '' });
  draw({ ...scatter, points: [at('a', 0.5), at('b', 1.5), at('c', 200)] });
  expect(screen.getByText('100')).toBeInTheDocument();
  expect(screen.getByText('1')).toBeInTheDocument();
  // Half a limit apart is still to be seen beside 200 limits.
  expect(placeOf('a')[1] - placeOf('b')[1]).toBeGreaterThan(20);
});

it.each([
  ['why there is none', { absent: 'No importance is given.' }, 'No importance is given.'],
  ['that no feature has both numbers', { ...scatter, points: [] }, /No feature has both numbers/],
])('says %s', (_, shown, text) => {
  render(<ScatterView scene={timeScene({ scatter: shown })} width={400} height={200} />);
  expect(screen.getByText(text)).toBeInTheDocument();
});
