import React from 'react';
import { fireEvent, render, screen, within } from '@testing-library/react';
import type { FeatureDetail } from '../../report/detail.ts';
import { countries, detailOf, manyNames, psiOf, tempo } from '../../testing/details.ts';
import '../../testing/resize-observer.ts';
import { sceneOf } from '../../testing/scenes.ts';
import type { Scene, Selection } from '../scene.ts';
import { DetailPane } from './DetailPane.tsx';

interface More {
  detail?: Partial<FeatureDetail>;
  scene?: Partial<Scene>;
  width?: number;
  height?: number;
}

function draw({ detail = {}, scene: more = {}, width = 1400, height = 340 }: More = {}) {
  const select = jest.fn();
  const back = jest.fn();
  const scene = sceneOf({ detail: detailOf(detail), ...more });
  const actions = { ...scene.actions, select, back };
  return { select, back, ...render(<DetailPane scene={{ ...scene, actions }} width={width} height={height} />) };
}

const pane = () => within(screen.getByRole('region', { name: 'Detail of tempo' }));
const crumbs = () => within(screen.getByRole('navigation', { name: 'What is shown' }));

it('holds what was found and all parts of a feature', () => {
  draw();
  expect(pane().getByText(/^all current rows: 500 v reference 5,000 · PSI 0\.136, limit 0\.047/)).toBeInTheDocument();
  // Of all rows in the ranking's words, whose p is corrected; of a part in those worked out for it.
  expect(pane().getByText('tempo: drift – over its limit')).toBeInTheDocument();
  expect(
    pane()
      .getAllByRole('img')
      .map((image) => image.getAttribute('aria-label'))
  ).toEqual([
    expect.stringMatching(/^Distribution of tempo, density/),
    expect.stringMatching(/^What each cell of tempo adds to PSI/),
    expect.stringMatching(/PSI over time/),
  ]);
  expect(pane().getByRole('region', { name: 'Slices of tempo' })).toBeInTheDocument();
});

it('distribution and contribution share the axis: a bin stands at the same place in both', () => {
  draw();
  const [above, below] = pane()
    .getAllByRole('img')
    .map((image) => [...image.querySelectorAll('rect[data-cell]')].map((bar) => bar.getAttribute('x')));
  expect(above).toHaveLength(30);
  expect(below).toEqual(above);
});

it('what is pointed at in one of them is marked in the other, also where their bins differ', () => {
  const contribution = {
    ...psiOf(tempo()),
    cells: { kind: 'bins' as const, edges: [60, 110, 210] },
    parts: [0.5, -0.5],
    titles: ['a', 'b'],
  };
  draw({ detail: { contribution } });
  const distribution = pane().getByRole('group', { name: /^Bins of tempo/ });
  const parts = pane().getByRole('group', { name: /^Parts of the drift/ });
  // The first box of a chart takes the pointer, the second lies behind what is pointed at.
  const boxes = (chart: HTMLElement) => [...chart.querySelectorAll('svg > rect')];
  fireEvent.keyDown(distribution, { key: 'Home' });
  expect(boxes(parts)).toHaveLength(2);
  expect(boxes(parts)[1]?.getAttribute('width')).toBe(boxes(distribution)[1]?.getAttribute('width'));
  fireEvent.blur(distribution);
  expect(boxes(parts)).toHaveLength(1);
  expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
});

it('rows of categories go on at the right: the same row of both is at the same height', () => {
  const distribution = manyNames(12);
  draw({ detail: { distribution, contribution: psiOf(distribution) }, height: 600 });
  const [left, right] = pane()
    .getAllByRole('img')
    .map((image) =>
      [...image.querySelectorAll('rect[data-cell]')].map((bar) => [bar.getAttribute('y'), bar.getAttribute('height')])
    );
  expect(left).toHaveLength(12);
  expect(right).toEqual(left);
});

const chunkAndSlice: Selection = { feature: 'tempo', chunk: 18, slice: { column: 'country', value: 'BR' } };

it.each<[string, Selection, string[]]>([
  ['all rows', { feature: 'tempo' }, ['tempo']],
  ['a chunk', { feature: 'tempo', chunk: 18 }, ['tempo', 'Sat 12:00 – Sat 18:00']],
  ['a slice of a chunk', chunkAndSlice, ['tempo', 'Sat 12:00 – Sat 18:00', 'country = BR']],
  [
    'the rows without a value',
    { feature: 'tempo', slice: { column: 'country', value: null } },
    ['tempo', 'country = missing'],
  ],
])('the head says where we are: %s', (_, selection, texts) => {
  draw({ scene: { selection } });
  const here = texts[texts.length - 1] ?? '';
  expect(crumbs().getByText(here)).toHaveAttribute('aria-current', 'location');
  expect(
    crumbs()
      .queryAllByRole('button')
      .map(({ textContent }) => textContent)
  ).toEqual(texts.slice(0, -1));
});

it('each step leads back to itself, and one button goes one step back', () => {
  const { select, back } = draw({ scene: { selection: chunkAndSlice } });
  fireEvent.click(crumbs().getByRole('button', { name: 'tempo' }));
  expect(select).toHaveBeenLastCalledWith({ chunk: undefined, slice: undefined });
  fireEvent.click(crumbs().getByRole('button', { name: /^Sat/ }));
  expect(select).toHaveBeenLastCalledWith({ slice: undefined });
  fireEvent.click(screen.getByRole('button', { name: 'Back (Escape)' }));
  expect(back).toHaveBeenCalledTimes(1);
});

it('there is no way back from all rows', () => {
  draw();
  expect(screen.queryByRole('button', { name: /Back/ })).not.toBeInTheDocument();
});

it('writes the chunk in the dashboard’s time zone', () => {
  draw({ scene: { selection: { feature: 'tempo', chunk: 18 }, timeZone: 'Asia/Tokyo' } });
  expect(crumbs().getByText('Sat 21:00 – Sun 03:00')).toBeInTheDocument();
});

it('data links of the feature and of the chunk can be reached', () => {
  const links = jest.fn(() => [
    { title: 'Logs of this window', href: '/explore', target: '_blank' as const, origin: {} },
  ]);
  draw({ scene: { links, selection: { feature: 'tempo', chunk: 3 } } });
  expect(links).toHaveBeenCalledWith('tempo', 3);
  expect(screen.getByRole('link', { name: /Logs of this window/ })).toHaveAttribute('href', '/explore');
});

it('while the detail is worked out the pane stands, with what the ranking knows already', () => {
  draw({ scene: { detail: undefined } });
  expect(screen.getByRole('region', { name: 'Detail of tempo' })).toHaveAttribute('aria-busy', 'true');
  expect(pane().getByText('PSI 0.136, limit 0.047')).toBeInTheDocument();
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
});

it('of a chunk that is worked out nothing is said: the ranking knows only all rows', () => {
  draw({ scene: { detail: undefined, selection: { feature: 'tempo', chunk: 3 } } });
  expect(screen.queryByText(/PSI 0\.136/)).not.toBeInTheDocument();
});

it.each<[string, Partial<FeatureDetail>, string, number]>([
  [
    'no distribution and no contribution',
    { distribution: { absent: 'Scores alone.' }, contribution: { absent: 'Scores alone.' } },
    'Scores alone.',
    1,
  ],
  ['no contribution', { contribution: { absent: 'Nothing to take apart.' } }, 'Nothing to take apart.', 2],
  ['no history', { overTime: { absent: 'Add a time column.' } }, 'Add a time column.', 2],
  ['no slices', { slices: { absent: 'Slices need rows.' } }, 'Slices need rows.', 3],
])('%s: one sentence in its place, the rest is drawn', (_, detail, text, pictures) => {
  draw({ detail });
  expect(pane().getAllByText(text)).toHaveLength(1);
  expect(pane().getAllByRole('img')).toHaveLength(pictures);
});

it('the finding of the slices leads to their table where that lies below the fold', () => {
  draw();
  const lead = screen.getByRole('button', { name: /^Slices: country carries it/ });
  fireEvent.click(lead);
  expect(document.activeElement).toContainElement(screen.getByRole('region', { name: 'Slices of tempo' }));
});

it('a high pane has the table of slices in its column', () => {
  draw({ height: 700 });
  expect(screen.queryByRole('button', { name: /^Slices:/ })).not.toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'Slices of tempo' })).toBeInTheDocument();
});

it.each([240, 300, 700, 1440])('stands at a width of %p, also with categories', (width) => {
  const distribution = countries();
  const { container } = draw({ width, detail: { distribution, contribution: psiOf(distribution) } });
  expect(pane().getAllByRole('img')).toHaveLength(3);
  const widths = [...container.querySelectorAll('svg[role=img]')].map((svg) => Number(svg.getAttribute('width')));
  expect(Math.max(...widths)).toBeLessThan(width);
  expect(container.innerHTML.match(/.{40}(NaN|undefined|Infinity)/)).toBeNull();
});

it('asks for a feature where none is chosen', () => {
  draw({ scene: { detail: undefined, selection: {} } });
  expect(screen.getByText('Choose a feature to see what changed.')).toBeInTheDocument();
});
