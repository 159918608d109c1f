import React from 'react';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { countries, detailOf, manyNames, psiOf, tempo } from '../../testing/details.ts';
import '../../testing/resize-observer.ts';
import { sceneOf } from '../../testing/scenes.ts';
import type { Distribution } from '../../report/distribution.ts';
import ContributionView from './ContributionView.tsx';

function draw(distribution: Distribution, contribution = psiOf(distribution)) {
  const scene = sceneOf({ detail: detailOf({ distribution, contribution }) });
  return { contribution, ...render(<ContributionView scene={scene} width={700} height={300} />) };
}

/** Bars with their sign: up is positive. The zero line is where bars that grow up end. */
function signedHeights(container: HTMLElement): number[] {
  const bars = [...container.querySelectorAll('rect[data-cell]')].map((bar) => ({
    top: Number(bar.getAttribute('y')),
    height: Number(bar.getAttribute('height')),
  }));
  const zero = Math.min(...bars.map(({ top, height }) => top + height));
  return bars.map(({ top, height }) => (top < zero - 1e-9 ? height : -height));
}

it('bars go up where current has more and down where it has fewer, as high as their part', () => {
  const { container, contribution } = draw(tempo());
  const heights = signedHeights(container);
  const scale = Math.max(...heights.map(Math.abs)) / Math.max(...contribution.parts.map(Math.abs));
  expect(heights).toHaveLength(30);
  heights.forEach((height, i) => expect(height).toBeCloseTo((contribution.parts[i] ?? 0) * scale, 4));
});

it('names the biggest part in words, in the picture and for those who do not see it', () => {
  draw(tempo());
  const words = '115–120 fell from 8.2 % to 3.6 %: 26 % of the PSI';
  expect(screen.getByText(words, { selector: 'text' })).toBeInTheDocument();
  expect(screen.getByRole('img', { name: new RegExp(`adds to PSI 0\\.145\\. ${words}`) })).toBeInTheDocument();
});

it('holds a table equal to the picture', () => {
  const { contribution } = draw(countries());
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
  expect(rows.map((row) => within(row).getAllByRole('cell')[0]?.textContent)).toEqual(
    contribution.parts.map((part) => (part > 0 ? 'more' : part < 0 ? 'fewer' : 'as many'))
  );
  expect(screen.getByRole('row', { name: /^JP \(gone\) fewer 34/ })).toBeInTheDocument();
});

it('long names lie down: more to the right, fewer to the left', () => {
  const { container, contribution } = draw(manyNames(12));
  const bars = [...container.querySelectorAll('rect[data-cell]')].map((bar) => Number(bar.getAttribute('width')));
  const scale = Math.max(...bars) / Math.max(...contribution.parts.map(Math.abs));
  bars.forEach((width, i) => expect(width).toBeCloseTo(Math.abs(contribution.parts[i] ?? 0) * scale, 4));
  expect(screen.getByText(/→ more, ← fewer than in the reference/)).toBeInTheDocument();
});

it('arrow keys tell the finding of each cell', () => {
  const { contribution } = draw(tempo());
  const cells = screen.getByRole('group', { name: /^Parts of the drift of tempo/ });
  fireEvent.keyDown(cells, { key: 'End' });
  fireEvent.keyDown(cells, { key: 'ArrowLeft' });
  expect(cells.querySelector('[aria-live]')).toHaveTextContent(contribution.titles[28] ?? '');
});

it('an own set of bins keeps to the axis of the distribution', () => {
  const contribution = {
    ...psiOf(tempo()),
    cells: { kind: 'bins' as const, edges: [60, 100, 210] },
    parts: [0.4, -0.6],
    titles: ['a', 'b'],
  };
  const { container } = draw(tempo(), contribution);
  const [first, second] = [...container.querySelectorAll('rect[data-cell]')];
  const width = (bar: Element | undefined) => Number(bar?.getAttribute('width')) + 1;
  expect(width(first) / width(second)).toBeCloseTo(40 / 110, 6);
});

it.each([
  ['no difference at all', psiOf({ ...tempo(), current: tempo().reference })],
  ['parts that are no numbers', { ...psiOf(tempo()), parts: tempo().difference.map(() => NaN) }],
])('%s is drawn without a number that is none', (_, contribution) => {
  const { container } = draw(tempo(), contribution);
  expect(container.innerHTML.match(/.{40}(NaN|undefined|Infinity)/)).toBeNull();
});

it('says why there is none', () => {
  const contribution = { absent: 'There is no measure to take apart.' };
  render(<ContributionView scene={sceneOf({ detail: detailOf({ contribution }) })} width={700} height={300} />);
  expect(screen.getByText(contribution.absent)).toBeInTheDocument();
});
