import React from 'react';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { withDefaults, type DistributionMode } from '../../options/options.ts';
import type { FeatureDetail } from '../../report/detail.ts';
import type { Distribution } from '../../report/distribution.ts';
import { countries, detailOf, latency, manyNames, tempo } from '../../testing/details.ts';
import '../../testing/resize-observer.ts';
import { sceneOf } from '../../testing/scenes.ts';
import type { Scene } from '../scene.ts';
import DistributionView from './DistributionView.tsx';

function draw(
  distribution: FeatureDetail['distribution'],
  mode: DistributionMode = 'density',
  more: Partial<Scene> = {}
) {
  const scene = sceneOf({
    detail: detailOf({ distribution }),
    options: withDefaults({ distribution: { mode } }),
    ...more,
  });
  return render(<DistributionView scene={scene} width={700} height={400} />);
}

/** Height (or width of lying bars) of each drawn bar. */
function sizes(container: HTMLElement, attribute: 'height' | 'width' = 'height'): number[] {
  return [...container.querySelectorAll('[data-cell]:not([data-cell=missing])')].map((bar) =>
    Number(bar.getAttribute(attribute))
  );
}

/** Proportional: the same ratio everywhere. */
function expectProportional(drawn: number[], numbers: number[]) {
  expect(drawn).toHaveLength(numbers.length);
  const most = Math.max(...numbers.map(Math.abs));
  const scale = Math.max(...drawn) / most;
  drawn.forEach((size, i) => expect(size).toBeCloseTo(Math.abs(numbers[i] ?? NaN) * scale, 4));
}

const cells = () => screen.getByRole('group', { name: /arrow keys/ });
const table = () => within(screen.getByRole('table'));
const cellsOfRow = (name: RegExp) =>
  within(screen.getByRole('row', { name }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

it.each<[DistributionMode, (distribution: Distribution) => number[]]>([
  ['density', ({ current }) => current.densities],
  ['percent', ({ current }) => current.shares],
  ['count', ({ current }) => current.counts],
  ['difference', ({ difference }) => difference],
])('as %s, bars are as high as the numbers of the report', (mode, numbers) => {
  const { container } = draw(tempo(), mode);
  expectProportional(sizes(container), numbers(tempo()));
});

it('the outline of the reference has the scale of the bars', () => {
  const { container } = draw(tempo());
  const { reference, current } = tempo();
  const tops = [...(container.querySelector('[data-side=reference]')?.getAttribute('d') ?? '').matchAll(/,([\d.]+)/g)];
  const [base = 0, ...steps] = tops.map(([, y]) => Number(y));
  const heights = reference.densities.map((_, i) => base - (steps[2 * i] ?? 0));
  const scale = Math.max(...sizes(container)) / Math.max(...current.densities);
  heights.forEach((height, i) => expect(height).toBeCloseTo((reference.densities[i] ?? 0) * scale, 4));
});

it('says what it shows, and holds a table equal to the picture', () => {
  draw(tempo(), 'percent');
  expect(
    screen.getByRole('img', {
      name: /^Distribution of tempo, share of the rows: current 500 rows, reference 5,002 rows\. 118–124 fell/,
    })
  ).toBeInTheDocument();
  expect(table().getAllByRole('row')).toHaveLength(31);
  expect(cellsOfRow(/^120 bpm – 125 bpm/)).toEqual(['3.8 %', '8.4 %', '−4.6']);
});

it('starts from the options and shows another mode on request', () => {
  draw(tempo(), 'percent');
  const modes = within(screen.getByRole('radiogroup', { name: 'Distribution as' }));
  expect(modes.getByRole('radio', { name: 'Percent' })).toBeChecked();
  fireEvent.click(modes.getByRole('radio', { name: 'ECDF' }));
  expect(modes.getByRole('radio', { name: 'ECDF' })).toBeChecked();
  expect(screen.getByRole('img', { name: /share of the rows up to a value/ })).toBeInTheDocument();
});

it('follows the options again when they change', () => {
  const { rerender } = draw(tempo(), 'percent');
  fireEvent.click(screen.getByRole('radio', { name: 'Count' }));
  const options = withDefaults({ distribution: { mode: 'difference' } });
  rerender(<DistributionView scene={sceneOf({ detail: detailOf(), options })} width={700} height={400} />);
  expect(screen.getByRole('radio', { name: 'Difference' })).toBeChecked();
});

it('the ECDF marks the greatest gap at its size', () => {
  const { container } = draw(tempo(), 'ecdf');
  const gap = tempo().ecdf?.gap;
  const size = Math.abs((gap?.current ?? 0) - (gap?.reference ?? 0));
  expect(Number(container.querySelector('[data-gap]')?.getAttribute('data-gap'))).toBeCloseTo(size, 12);
  expect(screen.getByText('greatest gap 0.0709 at 130 bpm')).toBeInTheDocument();
  expect(container.querySelectorAll('path[data-side]')).toHaveLength(2);
});

it('the Q–Q plot has a point for each quantile, hollow where it leaves the axis', () => {
  const distribution = { ...tempo(), qq: { x: [80, 120, 160], y: [80, 130, 400] } };
  const { container } = draw(distribution, 'qq');
  const points = [...container.querySelectorAll('circle[data-point]')];
  expect(points.map((point) => point.getAttribute('fill'))).toEqual([null, null, 'none']);
  // 80 v 80 lies on the diagonal: as far along the one axis as up the other.
  const [x, y] = ['cx', 'cy'].map((name) => Number(points[0]?.getAttribute(name)));
  const line = container.querySelector('[role=img] line[stroke-dasharray]');
  const at = (name: string) => Number(line?.getAttribute(name));
  const along = ((x ?? 0) - at('x1')) / (at('x2') - at('x1'));
  expect(at('y1') + along * (at('y2') - at('y1'))).toBeCloseTo(y ?? 0, 6);
});

it('missing values stand apart with both shares, and what lies beyond the axis is told', () => {
  const { container } = draw(latency(), 'percent');
  const bar = Number(container.querySelector('[data-cell=missing]')?.getAttribute('height'));
  const { missingShare, shares } = latency().current;
  expect(bar / Math.max(...sizes(container))).toBeCloseTo(missingShare / Math.max(...shares), 6);
  expect(screen.getByText('23.6 %', { selector: 'text' })).toBeInTheDocument();
  expect(screen.getByText('ref. 0 %')).toBeInTheDocument();
  expect(screen.getByText('2.4 % beyond, reference 0.1 %')).toBeInTheDocument();
  expect(cellsOfRow(/^missing/)).toEqual(['23.6 %', '0 %', '+23.6']);
});

it('categories have no density and no order: they are shown as percent, with new and gone in words', () => {
  const { container } = draw(countries(), 'density');
  expect(screen.getAllByRole('radio').map((radio) => radio.parentElement?.textContent)).toEqual([
    'Percent',
    'Count',
    'Difference',
  ]);
  expect(screen.getByRole('radio', { name: 'Percent' })).toBeChecked();
  expectProportional(sizes(container), countries().current.shares);
  expect(screen.getByText('new')).toBeInTheDocument();
  expect(screen.getByText('gone')).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /^IN \(new\)/ })).toBeInTheDocument();
});

it('long names lie down, and their bars grow to the right', () => {
  const { container } = draw(manyNames(12), 'percent');
  expectProportional(sizes(container, 'width'), manyNames(12).current.shares);
  expect(screen.getByText('112 others', { selector: 'text' })).toBeInTheDocument();
});

it('arrow keys move through the bins, and what they hold is spoken', () => {
  draw(tempo());
  const spoken = () => cells().querySelector('[aria-live]')?.textContent;
  fireEvent.keyDown(cells(), { key: 'ArrowRight' });
  expect(spoken()).toBe(
    '60 bpm – 65 bpm. current 0.6 % (3 rows). reference 0.4 % (19 rows). difference +0.2 percentage points'
  );
  expect(screen.getByRole('tooltip')).toHaveTextContent('60 bpm – 65 bpm');
  fireEvent.keyDown(cells(), { key: 'End' });
  expect(spoken()).toMatch(/^205 bpm – 210 bpm/);
  fireEvent.keyDown(cells(), { key: 'ArrowRight' });
  fireEvent.keyDown(cells(), { key: 'ArrowLeft' });
  expect(spoken()).toMatch(/^200 bpm – 205 bpm/);
  fireEvent.keyDown(cells(), { key: 'Escape' });
  expect(spoken()).toBe('');
  expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
});

it('the first Escape takes the tooltip away, only the next one reaches the panel', () => {
  const heard = jest.fn();
  render(
    <div onKeyDown={heard}>
      <DistributionView scene={sceneOf()} width={700} height={400} />
    </div>
  );
  fireEvent.keyDown(cells(), { key: 'ArrowRight' });
  fireEvent.keyDown(cells(), { key: 'Escape' });
  expect(heard).not.toHaveBeenCalled();
  fireEvent.keyDown(cells(), { key: 'Escape' });
  expect(heard).toHaveBeenCalledTimes(1);
});

it('a log axis is offered only where it can be drawn', () => {
  draw(latency());
  expect(screen.getByRole('checkbox', { name: /log x/ })).not.toBeChecked();
  fireEvent.click(screen.getByRole('checkbox', { name: /log x/ }));
  expect(screen.getByRole('checkbox', { name: /log x/ })).toBeChecked();
  fireEvent.click(screen.getByRole('radio', { name: 'ECDF' }));
  expect(screen.queryByRole('checkbox', { name: /log y/ })).not.toBeInTheDocument();
});

it('log x keeps every bin in its place: each as long as the logarithms of its edges', () => {
  const { container } = draw(latency(), 'percent', {
    options: withDefaults({ distribution: { mode: 'percent', logX: true } }),
  });
  const bars = [...container.querySelectorAll('rect[data-cell]')].map((bar) => Number(bar.getAttribute('width')));
  // Bins 40–80 and 80–160 are one octave each; the latter is two bins of 40, with a gap of 1 px each.
  expect((bars[1] ?? 0) + 1).toBeCloseTo((bars[2] ?? 0) + (bars[3] ?? 0) + 2, 4);
});

it.each([['says why there is none', { absent: 'Scores alone carry no distribution.' }, /Scores alone/]])(
  '%s',
  (_, distribution, text) => {
    draw(distribution);
    expect(screen.getByText(text)).toBeInTheDocument();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  }
);

it('draws a quiet frame while the detail is worked out, and asks for a feature where none is chosen', () => {
  const { unmount } = draw(tempo(), 'density', { detail: undefined });
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
  expect(screen.getByRole('combobox', { name: 'Feature' })).toBeInTheDocument();
  unmount();
  draw(tempo(), 'density', { detail: undefined, selection: {} });
  expect(screen.getByText('Choose a feature to see it here.')).toBeInTheDocument();
});

it.each(['density', 'percent', 'count', 'ecdf', 'difference', 'qq'] as const)(
  'a side without rows is drawn as %s without a number that is none',
  (mode) => {
    const whole = tempo();
    const none = whole.current.counts.map(() => 0);
    const nothing = none.map(() => NaN);
    const current = { ...whole.current, n: 0, counts: none, shares: nothing, densities: nothing, missingShare: NaN };
    const { container } = draw({ ...whole, current, difference: nothing, qq: { x: [], y: [] } }, mode);
    expect(container.innerHTML.match(/.{40}(NaN|undefined|Infinity)/)).toBeNull();
  }
);
