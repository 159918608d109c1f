import React, { useState } from 'react';
import type { LinkModel } from '@grafana/data';
import { fireEvent, render, screen, within } from '@testing-library/react';
import type { Report } from '../../report/report.ts';
import { jukebox, recordedActions, STEP } from '../../testing/reports.ts';
import { START } from '../../testing/details.ts';
import { sceneOf } from '../../testing/scenes.ts';
import type { Scene, Selection } from '../scene.ts';
import '../../testing/resize-observer.ts';
import { columnsOf } from './columns.ts';
import { FeatureGrid } from './FeatureGrid.tsx';

const columns = columnsOf(1400, { twin: true, p: true, importance: false, why: false, heat: true });

/** The grid with a choice that is kept, as the panel keeps it. */
function grid(report: Report, more: Partial<Scene> = {}) {
  const { calls, actions } = recordedActions();
  const hovers: Array<number | undefined> = [];
  function Panel() {
    const [selection, setSelection] = useState<Selection>(more.selection ?? { feature: report.features[0]?.feature });
    const scene = sceneOf({
      report,
      ...more,
      selection,
      actions: {
        ...actions,
        hover: (time) => void hovers.push(time),
        select: (change) => {
          actions.select(change);
          setSelection((before) => ({ ...before, ...change }));
        },
      },
    });
    return <FeatureGrid scene={scene} columns={columns} height={500} rowHeight={28} />;
  }
  return { calls, hovers, ...render(<Panel />) };
}

const option = (name: RegExp) => screen.getByRole('option', { name });
const chosen = () => screen.getByRole('option', { selected: true });
const press = (key: string) => fireEvent.keyDown(chosen(), { key });
const heard = (container: HTMLElement) => container.querySelector('[aria-live="polite"]');

it('says of every feature what the report says', () => {
  const report = jukebox();
  grid(report);
  const options = screen.getAllByRole('option');
  report.features.forEach(({ feature, state, numbers, effectText, pText }, at) => {
    expect(options[at]).toHaveAccessibleName(`${feature}: ${state}. ${numbers}`);
    expect(options[at]).toHaveTextContent(effectText);
    expect(options[at]).toHaveTextContent(pText);
  });
  expect(option(/^speechiness/)).toHaveTextContent('3 % missing');
});

it('has a table with the same rows for screen readers', () => {
  const report = jukebox();
  grid(report);
  const [, ...rows] = within(screen.getByRole('table', { name: 'Drift of each feature' })).getAllByRole('row');
  expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual(
    report.features.map(({ feature }) => feature)
  );
  const cells = (at: number) =>
    within(rows[at] ?? document.body)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  expect(cells(0).slice(0, 5)).toEqual(['drift', '2.9', '<0.001', '5000 v 500', 'Sat 14 Nov 2026 00:00']);
  expect(cells(12).slice(0, 5)).toEqual(['no drift', '0.1', '0.71', '5000 v 500', '–']);
});

it('draws the current side as bars and the reference as outline on one axis', () => {
  grid(jukebox());
  const paths = [...option(/^tempo/).querySelectorAll('path')];
  expect(paths.map((path) => path.getAttribute('data-side'))).toEqual(['current', 'reference']);
  // 20 bars; the outline begins and ends on the base line.
  expect(paths[0]?.getAttribute('d')?.match(/Z/g)).toHaveLength(20);
});

it('keeps only rows in view of a thousand, and the focused one', () => {
  const { container } = grid(jukebox(1000, 500));
  expect(screen.getAllByRole('option').length).toBeLessThan(80);
  expect(chosen()).toHaveAttribute('aria-setsize', '1000');
  press('End');
  expect(chosen()).toHaveAttribute('data-feature', 'outputs-a_feature_with_a_long_name_999');
  expect(chosen()).toHaveAttribute('aria-posinset', '1000');
  expect(chosen()).toHaveFocus();
  const box = container.querySelector('[role="listbox"]')?.parentElement?.parentElement;
  expect(box?.scrollTop).toBeGreaterThan(27_000);
  fireEvent.scroll(box ?? container);
  expect(screen.getAllByRole('option').length).toBeLessThan(80);
  expect(screen.queryByRole('option', { name: /^tempo/ })).not.toBeInTheDocument();
});

it('moves through features with the keyboard, the focus with them', () => {
  grid(jukebox());
  const path = ['ArrowDown', 'ArrowDown', 'ArrowUp', 'End', 'ArrowDown', 'PageUp', 'Home', 'ArrowUp'].map((key) => {
    press(key);
    expect(chosen()).toHaveFocus();
    return chosen().getAttribute('data-feature');
  });
  expect(path).toEqual([
    'acousticness',
    'danceability',
    'acousticness',
    'is_explicit',
    'is_explicit',
    'tempo',
    'tempo',
    'tempo',
  ]);
  expect(screen.getAllByRole('option').filter((row) => row.tabIndex === 0)).toEqual([chosen()]);
});

it('moves through the chunks of the chosen feature, says each, opens with Enter and leaves with Escape', () => {
  const { container, calls, hovers } = grid(jukebox());
  press('ArrowLeft');
  expect(heard(container)).toHaveTextContent(/^tempo, Mon 16 Nov 18:00–00:00, far over the limit, [\d.]+× the limit, /);
  press('ArrowLeft');
  expect(heard(container)).toHaveTextContent(/^tempo, Mon 16 Nov 12:00–18:00, far over/);
  expect(screen.getByRole('tooltip')).toHaveTextContent(/far over the limit.*limit 0\.047.*312 rows/);
  expect(hovers).toEqual([START + 27.5 * STEP, START + 26.5 * STEP]);
  press('ArrowDown');
  expect(heard(container)).toHaveTextContent(/^acousticness, Mon 16 Nov 12:00–18:00/);
  press('Enter');
  expect(calls.at(-1)).toEqual(['select', { feature: 'acousticness', chunk: 26 }]);
  expect(container.querySelector('[data-cell="chosen"]')).toBeInTheDocument();
  press('Escape');
  expect(heard(container)).toBeEmptyDOMElement();
  expect(hovers.at(-1)).toBeUndefined();
});

it('begins at the chosen chunk, and stops at both ends', () => {
  const { container } = grid(jukebox(), { selection: { feature: 'key', chunk: 1 } });
  press('ArrowLeft');
  press('ArrowLeft');
  expect(heard(container)).toHaveTextContent(/^key, Tue 10 Nov 00:00–06:00/);
});

it('leaves Escape to the panel where there is no cell to leave', () => {
  const escapes: string[] = [];
  render(
    <div onKeyDown={({ key }) => escapes.push(key)}>
      <FeatureGrid
        scene={sceneOf({ report: jukebox(), selection: { feature: 'key' } })}
        columns={columns}
        height={500}
        rowHeight={28}
      />
    </div>
  );
  press('Escape');
  expect(escapes).toEqual(['Escape']);
});

it('chooses by click: the feature with its whole time', () => {
  const { calls } = grid(jukebox(), { selection: { feature: 'tempo', chunk: 3 } });
  fireEvent.click(within(option(/^key/)).getByText('key'));
  expect(calls).toEqual([['select', { feature: 'key', chunk: undefined }]]);
});

it('chooses a cell by click, says it on hover and moves the shared cursor', () => {
  const { calls, hovers, container } = grid(jukebox());
  const heat = columns.heat / 28;
  const at = { clientX: 8 + 1400 - 16 - 10 - columns.heat + 20.5 * heat, clientY: 5 };
  // Rows have no place in jsdom: x counts from the left edge of the grid.
  const x = at.clientX - 8;
  fireEvent.mouseMove(option(/^acousticness/), { ...at, clientX: x + 8 });
  expect(screen.getByRole('tooltip')).toHaveTextContent(/^acousticness Sun 15 Nov 00:00–06:00/);
  expect(container.querySelector('[data-cell="pointed"]')).toBeInTheDocument();
  expect(heard(container)).toBeEmptyDOMElement();
  // The pointer stands on whole pixels.
  expect(Math.abs((hovers[0] ?? 0) - START - 20.5 * STEP)).toBeLessThan((28 * STEP) / columns.heat);
  fireEvent.click(option(/^acousticness/), at);
  expect(calls).toEqual([['select', { feature: 'acousticness', chunk: 20 }]]);
  fireEvent.mouseLeave(option(/^acousticness/).parentElement?.parentElement ?? container);
  expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
  expect(hovers.at(-1)).toBeUndefined();
});

it('sorts by the menu and by the head of the effect, from the option on', async () => {
  const report = jukebox();
  grid(report, { options: { ...sceneOf({ report }).options, sort: 'name' } });
  const names = () => screen.getAllByRole('option').map((row) => row.getAttribute('data-feature'));
  expect(names()).toEqual(report.orders.name.map((at) => report.features[at]?.feature));
  expect(screen.getByRole('listbox', { name: 'Features, in the order of the alphabet' })).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: /^Effect ÷ limit/ }));
  expect(names()).toEqual(report.features.map(({ feature }) => feature));
  fireEvent.click(screen.getByRole('button', { name: 'Feature ▾ effect: sort' }));
  fireEvent.click(await screen.findByRole('menuitemradio', { name: /^Similar history/ }));
  expect(names()).toEqual(report.orders.cluster.map((at) => report.features[at]?.feature));
  expect(chosen()).toHaveAttribute('data-feature', 'tempo');
});

it('offers the links of the chosen row beside the list', async () => {
  const origin = {};
  const link = (title: string): LinkModel => ({ title, href: `#${title}`, target: '_blank', origin });
  grid(jukebox(), { links: (feature) => (feature === 'tempo' ? [link('Runbook'), link('Logs of this window')] : []) });
  const button = screen.getByRole('button', { name: 'Links of tempo' });
  expect(screen.getByRole('listbox')).not.toContainElement(button);
  fireEvent.click(button);
  expect(await screen.findByRole('menuitem', { name: 'Runbook' })).toHaveAttribute('href', '#Runbook');
});

it('offers no links where a row has none', () => {
  grid(jukebox());
  expect(screen.queryByRole('button', { name: /^Links of/ })).not.toBeInTheDocument();
});

it('explains only levels that occur, and says marks at the axis', () => {
  const { container } = grid(jukebox(), { marks: [{ time: START + 18 * STEP, kind: 'alert', text: 'alert fired' }] });
  const levels = [...container.querySelectorAll('[data-level]')].map((entry) => entry.getAttribute('data-level'));
  expect(levels).toEqual(['low', 'near', 'over', 'well over', 'far over', 'few', 'no data']);
  expect(screen.getByText('▲ alert fired')).toBeInTheDocument();
});

it.each([
  ['no feature', jukebox(0, 28)],
  ['one feature, one chunk', jukebox(1, 1)],
  ['no chunk', jukebox(3, 0)],
  ['no history', { ...jukebox(3), heatmap: { absent: 'The rows carry no time.' } }],
])('stands with %s', (_, report) => {
  grid(report);
  expect(screen.getByRole('listbox').children).toHaveLength(report.features.length);
  for (const row of screen.queryAllByRole('option').slice(0, 1)) {
    fireEvent.keyDown(row, { key: 'ArrowRight' });
    fireEvent.keyDown(row, { key: 'ArrowDown' });
  }
});
