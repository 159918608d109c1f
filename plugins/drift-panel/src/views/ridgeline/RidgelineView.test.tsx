import React from 'react';
import { fireEvent, render, screen, within } from '@testing-library/react';
import type { FeatureDetail } from '../../report/detail.ts';
import { countryBands, detailOf, START, tempoRidges } from '../../testing/details.ts';
import '../../testing/resize-observer.ts';
import { reportOf, sceneOf } from '../../testing/scenes.ts';
import { chunkOf, holdsChunk } from './chunk-of.ts';
import { densityTop, ridgePath } from './ridge-path.ts';
import { isLabelled, rowLayout } from './row-layout.ts';
import RidgelineView from './RidgelineView.tsx';

const HOUR = 3_600_000;

function draw(ridgeline: FeatureDetail['ridgeline'], { width = 700, selection = { feature: 'tempo' } as object } = {}) {
  const select = jest.fn();
  const scene = sceneOf({ detail: detailOf({ ridgeline }), selection });
  const actions = { ...scene.actions, select };
  return { select, ...render(<RidgelineView scene={{ ...scene, actions }} width={width} height={500} />) };
}

const rows = () => screen.getByRole('group', { name: /^Chunks of tempo/ });

it('draws a ridge for the reference and each chunk with enough rows; those over the limit are outlined and named', () => {
  const { container } = draw(tempoRidges());
  const ridges = [...container.querySelectorAll('path[data-over]')];
  expect(ridges).toHaveLength(22);
  expect(ridges.filter((ridge) => ridge.getAttribute('data-over') === 'true')).toHaveLength(7);
  expect(screen.getAllByText('over', { selector: 'text' })).toHaveLength(7);
  expect(screen.getByText('too few rows')).toBeInTheDocument();
  expect(screen.getByText('reference', { selector: 'text' })).toBeInTheDocument();
  expect(screen.getByText('Tue 06:00', { selector: 'text' })).toBeInTheDocument();
});

it('heights of a ridge are its densities', () => {
  const path = ridgePath(
    { x: [0, 1, 2], density: [0.1, 0.4, 0] },
    (x) => 10 * x,
    (density) => 100 - 50 * density
  );
  expect(path).toBe('M0,95L10,80L20,100');
});

it('one chunk with all its rows at one place does not flatten the others', () => {
  expect(densityTop([{ density: [0, 0.02] }, { density: [0, 0.03] }])).toBe(0.03);
  expect(densityTop([{ density: [0, 0.02] }, { density: [9, 0] }])).toBeCloseTo(0.05, 12);
  expect(densityTop([{ density: [] }])).toBeGreaterThan(0);
});

it('holds a table equal to the picture', () => {
  draw(tempoRidges());
  const table = within(screen.getByRole('table'));
  expect(table.getAllByRole('row')).toHaveLength(24);
  expect(table.getByRole('row', { name: /^Sat 06:00 329 99 bpm 122 bpm 145 bpm yes/ })).toBeInTheDocument();
});

it('Enter chooses the chunk of a row; the reference takes the choice back', () => {
  const { select } = draw(tempoRidges());
  fireEvent.keyDown(rows(), { key: 'Home' });
  fireEvent.keyDown(rows(), { key: 'ArrowDown' });
  expect(rows().querySelector('[aria-live]')).toHaveTextContent(
    /^chunk 0: PSI 0\.02, limit 0\.047, no drift\. quartiles/
  );
  fireEvent.keyDown(rows(), { key: 'Enter' });
  expect(select).toHaveBeenLastCalledWith({ chunk: 0 });
  fireEvent.keyDown(rows(), { key: 'ArrowUp' });
  fireEvent.keyDown(rows(), { key: 'Enter' });
  expect(select).toHaveBeenLastCalledWith({ chunk: undefined });
});

it('a click chooses the chunk under the pointer', () => {
  const { select } = draw(tempoRidges());
  const picture = screen.getByRole('img');
  // jsdom has no PointerEvent; a mouse event of that name carries the coordinates.
  fireEvent(picture, new MouseEvent('pointermove', { bubbles: true, clientX: 300, clientY: 1e4 }));
  fireEvent.click(picture);
  expect(select).toHaveBeenCalledWith({ chunk: 21 });
});

it('marks the chosen chunk', () => {
  draw(tempoRidges(), { selection: { feature: 'tempo', chunk: 3 } });
  expect(screen.getByText('▸ Tue 18:00')).toBeInTheDocument();
});

it.each([
  ['a single chunk', { from: START, to: START + 6 * HOUR }, 0],
  ['several in one: the one furthest over its limit', { from: START + 18 * 6 * HOUR, to: START + 24 * 6 * HOUR }, 20],
  ['the reference', {}, undefined],
  ['outside the heatmap', { from: START - HOUR, to: START }, undefined],
])('chunk of a row: %s', (_, row, chunk) => {
  expect(chunkOf(reportOf(), 'tempo', row)).toBe(chunk);
  expect(holdsChunk(reportOf(), row, chunk)).toBe(chunk !== undefined);
});

it('text has bands: as wide as the shares, one row a chunk', () => {
  const { container } = draw(countryBands());
  const bands = [...container.querySelectorAll('rect[data-share]')];
  expect(bands).toHaveLength(16 * 6);
  const [first] = bands;
  const scale = Number(first?.getAttribute('width')) / Number(first?.getAttribute('data-share'));
  for (const band of bands) {
    expect(Number(band.getAttribute('width'))).toBeCloseTo(Number(band.getAttribute('data-share')) * scale, 6);
  }
  expect(screen.getByText('no rows')).toBeInTheDocument();
  expect(screen.getAllByText('BR 9 %', { selector: 'text' })).not.toHaveLength(0);
  expect(within(screen.getByRole('table')).getByRole('row', { name: /^Fri 18:00 33 %/ })).toBeInTheDocument();
});

it.each([240, 300, 700, 1440])('rows never leave the svg, labels are never nearer than a line, at %p', (width) => {
  for (const count of [1, 2, 12, 25, 80]) {
    const wish = { rows: count, width, height: 420, left: 80, right: 40, above: 30, below: 22, least: 10, most: 40 };
    const layout = rowLayout(wish);
    expect(layout.grounds).toHaveLength(count);
    expect(layout.grounds[count - 1]).toBeLessThanOrEqual(layout.svgHeight - 22 + 1e-9);
    const labelled = layout.grounds.filter((_, i) => isLabelled(i, layout.every));
    labelled.slice(1).forEach((ground, i) => expect(ground - (labelled[i] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-9));
  }
});

it('says why there is none', () => {
  draw({ absent: 'There are no chunks to stand one above the other.' });
  expect(screen.getByText(/no chunks to stand/)).toBeInTheDocument();
});
